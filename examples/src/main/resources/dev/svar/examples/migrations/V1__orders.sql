-- The shop's own table.
CREATE TABLE orders (
    number VARCHAR(50) PRIMARY KEY
);
