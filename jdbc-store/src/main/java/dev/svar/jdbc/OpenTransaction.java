package dev.svar.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Every step in one transaction that somebody else has begun and will end. */
record OpenTransaction(Connection connection) implements Transactions {
    @Override
    public <T> T read(String what, Step<T> step) {
        try {
            return step.run(connection);
        } catch (SQLException e) {
            throw SqlErrors.failed(what, e);
        }
    }

    @Override
    public <T> T write(String what, Step<T> step) {
        return read(what, step);
    }

    @Override
    public boolean commits() {
        return false;
    }
}
