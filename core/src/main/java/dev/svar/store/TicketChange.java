package dev.svar.store;

import dev.svar.error.InvalidValueException;
import dev.svar.ticket.RecordedEvent;
import java.util.List;

/**
 * A ticket's new state with the events that led to it.
 *
 * @param after the state after the last of the events
 * @param events the new events, without gaps; at least one
 */
public record TicketChange(TicketState after, List<RecordedEvent> events) {
    /**
     * Checks that the events lead to the state, and copies.
     *
     * @param after the state after the last of the events
     * @param events the new events, without gaps
     */
    public TicketChange {
        events = List.copyOf(events);
        if (events.isEmpty()
                || events.get(events.size() - 1).sequence() != after.ticket().version()) {
            throw new InvalidValueException("change.events", "must end with the event that made the ticket's version");
        }
    }

    /** {@return the version that the store must have for this to be committed; 0 for a ticket that is new} */
    public long expectedVersion() {
        return events.get(0).sequence() - 1;
    }
}
