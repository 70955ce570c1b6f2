package dev.svar;

import dev.svar.store.Page;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import java.util.List;

/** The events of a ticket page by page, as far as they had happened when the ticket was read. */
final class EventPages {
    private EventPages() {}

    static List<RecordedEvent> next(DeskSetup setup, Ticket ticket, long after) {
        int limit = (int) Math.min(Page.MAX_LIMIT, ticket.version() - after);
        List<RecordedEvent> events = setup.store().events(setup.tenant(), ticket.id(), after, limit);
        if (events.isEmpty()) {
            throw new IllegalStateException("the store has lost events of " + ticket.number() + " after " + after);
        }
        return events;
    }
}
