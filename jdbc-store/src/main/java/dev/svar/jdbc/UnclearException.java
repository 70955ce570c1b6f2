package dev.svar.jdbc;

/** Statements that were sent together met something unexpected; one after the other they tell what it was. */
final class UnclearException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnclearException() {
        super("statements that were sent together failed", null, false, false);
    }
}
