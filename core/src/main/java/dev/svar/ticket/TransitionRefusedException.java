package dev.svar.ticket;

import dev.svar.error.SvarException;
import java.util.Set;

/** A status change that the lifecycle does not allow. Nothing was changed. */
public final class TransitionRefusedException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final TicketNumber ticket;
    private final StatusCategory from;
    private final StatusCategory to;
    private final Set<StatusCategory> allowed;

    /**
     * A refused change.
     *
     * @param ticket which ticket
     * @param from the category it is in
     * @param to the category that was wanted
     * @param allowed what would be allowed from where it is
     */
    public TransitionRefusedException(
            TicketNumber ticket, StatusCategory from, StatusCategory to, Set<StatusCategory> allowed) {
        super(ticket + " cannot go from " + from + " to " + to + ", allowed: " + allowed);
        this.ticket = ticket;
        this.from = from;
        this.to = to;
        this.allowed = Set.copyOf(allowed);
    }

    /**
     * Which ticket.
     *
     * @return its number
     */
    public TicketNumber ticket() {
        return ticket;
    }

    /**
     * Where it is.
     *
     * @return the present category
     */
    public StatusCategory from() {
        return from;
    }

    /**
     * What was wanted.
     *
     * @return the category asked for
     */
    public StatusCategory to() {
        return to;
    }

    /**
     * What would be allowed.
     *
     * @return the categories that can be reached from {@link #from()}
     */
    public Set<StatusCategory> allowed() {
        return allowed;
    }
}
