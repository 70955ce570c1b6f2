package dev.svar;

import dev.svar.store.TicketState;
import dev.svar.ticket.RecordedEvent;
import java.util.List;

/**
 * Port: told of what happened to tickets after it was committed, for example to feed a report or another system.
 *
 * <p>Every event of a ticket is told in order, at least once: after a crash between the call and the record of it, or if it
 * throws, the same events come again. What was told is kept in the store by the listener's name. Calls for different tickets
 * may come at the same time, from any thread that calls {@link HelpDesk#runDue} and on any node.
 */
@FunctionalInterface
public interface DeskListener {
    /**
     * Takes notice. If it throws, the call is repeated later; {@link NotToldException} can say when.
     *
     * @param ticket the ticket as it stands now, possibly after still later events
     * @param events the events that it was not told of before, in order
     */
    void told(TicketState ticket, List<RecordedEvent> events);
}
