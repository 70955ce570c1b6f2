package dev.svar.jdbc;

import dev.svar.error.SvarException;
import java.util.List;

/**
 * The database is of a product that this version has no tables for. SQLite is one of them: it has no row locks, by which
 * nodes share due work.
 */
public final class UnknownDatabaseException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final String product;
    private final transient List<String> known;

    UnknownDatabaseException(String product, List<String> known) {
        super("the database is " + product + ", known are " + String.join(", ", known)
                + "; if it behaves like one of them, name that dialect");
        this.product = product;
        this.known = known;
    }

    /** {@return the product's name as its driver gives it} */
    public String product() {
        return product;
    }

    /** {@return the products that are known; empty if the error was serialized in between} */
    public List<String> known() {
        return known == null ? List.of() : known;
    }
}
