package dev.svar.testkit;

import dev.svar.contact.TenantId;
import dev.svar.message.Message;
import dev.svar.store.TicketState;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.TicketId;
import java.util.List;
import java.util.Optional;

/** A store in memory in which somebody else is faster, once: right after one look-up and before what is decided on it. */
final class Meanwhile extends ForwardingStore {
    private Optional<TicketId> ticket = Optional.empty();
    private Runnable afterTicket = () -> {};
    private Runnable afterMessage = () -> {};
    private Runnable beforeEvents = () -> {};

    /** After the next look-up of a ticket. */
    void afterTicket(TicketId id, Runnable other) {
        ticket = Optional.of(id);
        afterTicket = other;
    }

    /** After the next look-up of a message. */
    void afterMessage(Runnable other) {
        afterMessage = other;
    }

    /** Before the next look-up of a history. */
    void beforeEvents(Runnable other) {
        beforeEvents = other;
    }

    @Override
    public Optional<TicketState> ticket(TenantId tenant, TicketId id) {
        Optional<TicketState> found = super.ticket(tenant, id);
        if (ticket.equals(Optional.of(id))) {
            ticket = Optional.empty();
            afterTicket.run();
        }
        return found;
    }

    @Override
    public Optional<Message> message(TenantId tenant, TicketId id, MessageId message) {
        Optional<Message> found = super.message(tenant, id, message);
        Runnable other = afterMessage;
        afterMessage = () -> {};
        other.run();
        return found;
    }

    @Override
    public List<RecordedEvent> events(TenantId tenant, TicketId id, long after, int limit) {
        Runnable other = beforeEvents;
        beforeEvents = () -> {};
        other.run();
        return super.events(tenant, id, after, limit);
    }
}
