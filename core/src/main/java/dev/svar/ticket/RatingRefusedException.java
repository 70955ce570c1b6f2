package dev.svar.ticket;

import dev.svar.error.SvarException;

/** A rating that comes at the wrong time. Nothing was changed. */
public final class RatingRefusedException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final TicketNumber ticket;
    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** The ticket is not solved or closed, so nobody can say yet how the help was. */
        NOT_DONE,
        /** The ticket is done for so long that ratings count no more. */
        TOO_LATE
    }

    /**
     * A refused rating.
     *
     * @param ticket which ticket
     * @param reason why
     */
    public RatingRefusedException(TicketNumber ticket, Reason reason) {
        super(ticket
                + (reason == Reason.NOT_DONE
                        ? " is not done and can be rated when it is"
                        : " is done for too long and can be rated no more"));
        this.ticket = ticket;
        this.reason = reason;
    }

    /** {@return which ticket} */
    public TicketNumber ticket() {
        return ticket;
    }

    /** {@return why} */
    public Reason reason() {
        return reason;
    }
}
