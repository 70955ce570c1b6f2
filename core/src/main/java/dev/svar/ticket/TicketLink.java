package dev.svar.ticket;

import java.util.Comparator;

/**
 * A link from a ticket to another one of the same tenant.
 *
 * @param kind what the ticket is to the other
 * @param ticket the other
 */
public record TicketLink(LinkKind kind, TicketId ticket) implements Comparable<TicketLink> {
    /** The most links of a ticket. */
    public static final int MAX_LINKS = 200;

    private static final Comparator<TicketLink> ORDER = Comparator.comparing(TicketLink::kind)
            .thenComparing(link -> link.ticket().value());

    @Override
    public int compareTo(TicketLink other) {
        return ORDER.compare(this, other);
    }
}
