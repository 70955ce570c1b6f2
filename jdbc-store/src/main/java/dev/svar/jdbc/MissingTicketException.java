package dev.svar.jdbc;

/** What is to be stored speaks of a ticket that is not there. */
final class MissingTicketException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    MissingTicketException() {
        super("changes speak of a ticket that does not exist");
    }
}
