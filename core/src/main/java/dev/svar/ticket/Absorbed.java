package dev.svar.ticket;

import dev.svar.contact.ContactId;
import java.util.Set;

/**
 * Another ticket that was merged into a ticket.
 *
 * @param source which
 * @param merged the other with all that had been merged into it before
 * @param joined who takes part in the ticket through this merge
 */
public record Absorbed(TicketId source, Set<TicketId> merged, Set<ContactId> joined) {
    /** The most tickets that can be merged into one, with all that were merged into them. */
    public static final int MAX_MERGED = 100;

    /**
     * Copies.
     *
     * @param source which
     * @param merged the other with all that had been merged into it before
     * @param joined who takes part in the ticket through this merge
     */
    public Absorbed {
        merged = Set.copyOf(merged);
        joined = Set.copyOf(joined);
    }
}
