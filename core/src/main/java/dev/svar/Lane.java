package dev.svar;

import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;

/** One of the tickets in a timeline: its events in their order, read some at a time. */
final class Lane {
    /** The one whose next event is the earliest comes first; only lanes that are not at their end can be compared. */
    static final Comparator<Lane> BY_NEXT = Comparator.comparing(
                    (Lane lane) -> lane.next().at())
            .thenComparing(lane -> lane.ticket.number().value());

    private final DeskSetup setup;
    private final Ticket ticket;
    private final int atOnce;
    private final Deque<RecordedEvent> ahead = new ArrayDeque<>();
    private long taken;
    private boolean read;

    Lane(DeskSetup setup, Ticket ticket, long after, int atOnce) {
        this.setup = setup;
        this.ticket = ticket;
        this.taken = after;
        this.atOnce = atOnce;
    }

    Ticket ticket() {
        return ticket;
    }

    /** The sequence of the last event that was taken, 0 if none was. */
    long taken() {
        return taken;
    }

    boolean atEnd() {
        if (ahead.isEmpty() && !read) {
            ahead.addAll(setup.store().events(setup.tenant(), ticket.id(), taken, atOnce));
            read = ahead.size() < atOnce;
        }
        return ahead.isEmpty();
    }

    private RecordedEvent next() {
        return Optional.ofNullable(ahead.peek()).orElseThrow();
    }

    RecordedEvent take() {
        RecordedEvent event = ahead.remove();
        taken = event.sequence();
        return event;
    }
}
