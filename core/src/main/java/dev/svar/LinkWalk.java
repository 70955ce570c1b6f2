package dev.svar;

import dev.svar.ticket.LinkKind;
import dev.svar.ticket.LinkRefusedException;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Follows links of one kind from a ticket to all that it leads to. */
final class LinkWalk {
    /** The most tickets that are looked at before a link is refused, since a circle cannot be ruled out. */
    static final int MAX_TICKETS = 1000;

    private final DeskSetup setup;

    LinkWalk(DeskSetup setup) {
        this.setup = setup;
    }

    /** The tickets that {@code other} leads to, itself among them, with their versions; none for kinds that may form circles. */
    Map<TicketId, Long> beyond(Ticket ticket, Ticket other, LinkKind kind) {
        Map<TicketId, Long> seen = new LinkedHashMap<>();
        if (!kind.acyclic()) {
            return seen;
        }
        Deque<Ticket> waiting = new ArrayDeque<>();
        waiting.add(other);
        while (!waiting.isEmpty()) {
            Ticket next = waiting.remove();
            if (seen.putIfAbsent(next.id(), next.version()) != null) {
                continue;
            } else if (seen.size() > MAX_TICKETS) {
                throw new LinkRefusedException(
                        ticket.number(), other.number(), kind, LinkRefusedException.Reason.TOO_MANY);
            }
            next.links().stream()
                    .filter(link -> link.kind() == kind)
                    .map(TicketLink::ticket)
                    .filter(id -> !seen.containsKey(id))
                    .flatMap(id -> setup.store().ticket(setup.tenant(), id).stream())
                    .forEach(state -> waiting.add(state.ticket()));
        }
        return seen;
    }
}
