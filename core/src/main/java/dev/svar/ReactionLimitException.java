package dev.svar;

import dev.svar.error.SvarException;
import dev.svar.ticket.TicketNumber;

/** Reactions set each other off without end. Nothing was changed. */
public final class ReactionLimitException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final TicketNumber ticket;

    /**
     * Reactions without end.
     *
     * @param ticket the ticket that they reacted to
     * @param limit how many commands they may lead to
     */
    public ReactionLimitException(TicketNumber ticket, int limit) {
        super("reactions to " + ticket + " led to more than " + limit + " commands, they set each other off");
        this.ticket = ticket;
    }

    /** {@return the ticket that they reacted to} */
    public TicketNumber ticket() {
        return ticket;
    }
}
