package dev.svar.ticket;

import dev.svar.contact.Actor;
import dev.svar.contact.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Gives events their places in the histories of their tickets. Used once, by one thread. */
final class EventRecorder {
    private final Actor by;
    private final Channel via;
    private final Instant now;
    private final List<RecordedEvent> recorded = new ArrayList<>(2);

    EventRecorder(Actor by, Channel via, Instant now) {
        this.by = by;
        this.via = via;
        this.now = now;
    }

    /** Adds the events that follow a version of a ticket. */
    EventRecorder after(TicketId ticket, long version, List<TicketEvent> events) {
        long sequence = version;
        for (TicketEvent event : events) {
            sequence++;
            recorded.add(new RecordedEvent(ticket, sequence, now, by, via, event));
        }
        return this;
    }

    EventRecorder after(Ticket ticket, List<TicketEvent> events) {
        return after(ticket.id(), ticket.version(), events);
    }

    List<RecordedEvent> recorded() {
        return List.copyOf(recorded);
    }
}
