package dev.svar.jdbc;

import dev.svar.error.SvarException;

/** The database is of a known product, but its version or the way to it lacks what a store needs. */
public final class UnsupportedDatabaseException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final String product;
    private final String needed;

    UnsupportedDatabaseException(Dialect dialect, String found, String needed) {
        super(dialect + ": found " + found + ", needed is " + needed);
        this.product = dialect.toString();
        this.needed = needed;
    }

    /** {@return the product's name} */
    public String product() {
        return product;
    }

    /** {@return what is needed, for a person to read} */
    public String needed() {
        return needed;
    }
}
