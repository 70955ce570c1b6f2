package dev.svar.memory;

import dev.svar.delivery.DeliveryId;
import dev.svar.message.Message;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketState;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A ticket with everything that only grows. Guarded by the tenant's lock. */
final class MemoryTicket {
    TicketState state;
    /** One object for all indexes. */
    final Long number;

    final List<RecordedEvent> events = new ArrayList<>();
    final NavigableMap<Long, Message> messages = new TreeMap<>();
    final List<DeliveryId> deliveries = new ArrayList<>();
    private final Map<MessageRole, NavigableMap<Long, Message>> messagesByRole = new EnumMap<>(MessageRole.class);

    MemoryTicket(TicketState state) {
        this.state = state;
        this.number = state.ticket().number().value();
    }

    Ticket ticket() {
        return state.ticket();
    }

    boolean matches(TicketQuery query) {
        return query.matches(state, messages.values());
    }

    void put(Message message) {
        messages.put(message.sequence(), message);
        messagesByRole.computeIfAbsent(message.role(), role -> new TreeMap<>()).put(message.sequence(), message);
    }

    Stream<Message> latest(MessageRole role) {
        NavigableMap<Long, Message> all = messagesByRole.get(role);
        return all == null ? Stream.empty() : all.descendingMap().values().stream();
    }
}
