package dev.svar.store;

import dev.svar.contact.TenantId;
import dev.svar.ticket.TicketId;
import java.util.List;
import java.util.Optional;

/** Port: how far listeners were told of what happened. Moved by {@link DeskStore#commit} only. */
public interface Cursors {
    /**
     * How far a listener was told of a ticket.
     *
     * @param tenant whose
     * @param listener the listener's name
     * @param ticket which ticket
     * @return the sequence of the last event that it was told of, 0 if of none
     */
    long cursor(TenantId tenant, String listener, TicketId ticket);

    /**
     * The cursors of one listener, in an order that does not change while none comes or goes. One that was moved to 0 is not
     * kept and not among them.
     *
     * @param tenant whose
     * @param listener the listener's name
     * @param after the ticket of the cursor to begin behind; empty for the first ones
     * @param limit the most to list
     * @return the cursors, empty if there are no more
     */
    List<Cursor> cursors(TenantId tenant, String listener, Optional<TicketId> after, int limit);
}
