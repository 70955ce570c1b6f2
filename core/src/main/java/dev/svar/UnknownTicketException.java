package dev.svar;

import dev.svar.error.SvarException;

/** The desk's tenant has no such ticket. */
public final class UnknownTicketException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final String wanted;

    /**
     * No such ticket.
     *
     * @param wanted the id or number that was asked for
     */
    public UnknownTicketException(String wanted) {
        super("there is no ticket " + wanted);
        this.wanted = wanted;
    }

    /** {@return the id or number that was asked for} */
    public String wanted() {
        return wanted;
    }
}
