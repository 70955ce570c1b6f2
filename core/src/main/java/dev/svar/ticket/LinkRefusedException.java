package dev.svar.ticket;

import dev.svar.error.SvarException;

/** A link that the rules do not allow. Nothing was changed. */
public final class LinkRefusedException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final TicketNumber ticket;
    private final TicketNumber other;
    private final Reason reason;

    /** Why it was refused. */
    public enum Reason {
        /** A ticket cannot be linked to itself. */
        ITSELF("they are the same ticket"),
        /** The link would close a circle. */
        CIRCLE("it would close a circle"),
        /** A ticket has one parent at most. */
        SECOND_PARENT("the child has another parent, unlink that first"),
        /** People cannot make or take away links of that kind. */
        NOT_CHOSEN_BY_PEOPLE("links of that kind tell what happened and are not made by hand"),
        /** So many tickets hang together that a circle cannot be ruled out. */
        TOO_MANY("too many tickets are linked in this way to rule out a circle");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    /**
     * A refused link.
     *
     * @param ticket the ticket to be linked
     * @param other the other
     * @param kind the kind of link
     * @param reason why
     */
    public LinkRefusedException(TicketNumber ticket, TicketNumber other, LinkKind kind, Reason reason) {
        super(ticket + " " + kind + " " + other + ": " + reason.words);
        this.ticket = ticket;
        this.other = other;
        this.reason = reason;
    }

    /** {@return the number of the ticket to be linked} */
    public TicketNumber ticket() {
        return ticket;
    }

    /** {@return the number of the other} */
    public TicketNumber other() {
        return other;
    }

    /** {@return why} */
    public Reason reason() {
        return reason;
    }
}
