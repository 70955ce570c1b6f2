package dev.svar.store;

import dev.svar.contact.TenantId;
import dev.svar.ticket.TicketId;

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
}
