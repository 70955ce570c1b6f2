package dev.svar.ticket;

import dev.svar.error.SvarException;
import java.util.List;

/** A status change that needs more than the ticket has. Nothing was changed. */
public final class RequirementsMissingException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final TicketNumber ticket;
    private final StatusCategory to;
    private final List<String> missing;

    /**
     * A refused change.
     *
     * @param ticket which ticket
     * @param to the category that was wanted
     * @param missing the fields that must be given first
     */
    public RequirementsMissingException(TicketNumber ticket, StatusCategory to, List<String> missing) {
        super(ticket + " cannot become " + to + " without " + String.join(", ", missing));
        this.ticket = ticket;
        this.to = to;
        this.missing = List.copyOf(missing);
    }

    /** {@return the number of the ticket} */
    public TicketNumber ticket() {
        return ticket;
    }

    /** {@return the category that was wanted} */
    public StatusCategory to() {
        return to;
    }

    /** {@return the fields that must be given first} */
    public List<String> missing() {
        return missing;
    }
}
