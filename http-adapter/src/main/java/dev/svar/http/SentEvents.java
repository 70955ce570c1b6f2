package dev.svar.http;

import dev.svar.contact.TenantId;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.TicketId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far the endpoint got in the tickets whose turn failed half-way, so that the next try goes on there. Forgets the tickets
 * that it was asked about least, and everything at the end of the process: then events come twice, which is allowed.
 */
final class SentEvents {
    private static final int MAX_TICKETS = 10_000;

    private record Key(TenantId tenant, TicketId ticket) {}

    private final Map<Key, Long> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Long> eldest) {
            return size() > MAX_TICKETS;
        }
    };

    synchronized boolean contain(TenantId tenant, RecordedEvent event) {
        return event.sequence() <= last.getOrDefault(new Key(tenant, event.ticket()), 0L);
    }

    synchronized void add(TenantId tenant, RecordedEvent event) {
        last.merge(new Key(tenant, event.ticket()), event.sequence(), Math::max);
    }

    synchronized void forget(TenantId tenant, TicketId ticket) {
        last.remove(new Key(tenant, ticket));
    }
}
