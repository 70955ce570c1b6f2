package dev.svar.ticket;

import dev.svar.error.SvarException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A status change that the lifecycle does not allow. Nothing was changed. */
public final class TransitionRefusedException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final TicketNumber ticket;
    private final StatusCategory from;
    private final StatusCategory to;
    private final EnumSet<StatusCategory> allowed;

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
        super(ticket + " cannot go from " + from + " to " + to
                + (from == StatusCategory.MERGED
                        ? ", it goes on in the ticket that it was merged into"
                        : ", allowed: " + allowed));
        this.ticket = ticket;
        this.from = from;
        this.to = to;
        this.allowed = EnumSet.noneOf(StatusCategory.class);
        this.allowed.addAll(allowed);
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
        return Collections.unmodifiableSet(allowed);
    }
}
