package dev.svar.memory;

import dev.svar.ticket.StatusCategory;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tickets in order of their numbers, those of each status category for themselves. */
final class NumberedTickets {
    private final Map<StatusCategory, NavigableMap<Long, MemoryTicket>> parts = new EnumMap<>(StatusCategory.class);

    void add(MemoryTicket ticket) {
        parts.computeIfAbsent(ticket.ticket().status().category(), c -> new TreeMap<>())
                .put(ticket.number, ticket);
    }

    void remove(MemoryTicket ticket) {
        NavigableMap<Long, MemoryTicket> part =
                parts.get(ticket.ticket().status().category());
        if (part != null) {
            part.remove(ticket.number);
        }
    }

    Optional<MemoryTicket> find(long number) {
        return parts.values().stream()
                .map(part -> part.get(number))
                .filter(Objects::nonNull)
                .findFirst();
    }

    Stream<NavigableMap<Long, MemoryTicket>> parts(Set<StatusCategory> categories) {
        return parts.entrySet().stream()
                .filter(part -> categories.contains(part.getKey()))
                .map(Map.Entry::getValue);
    }

    Stream<MemoryTicket> all(Set<StatusCategory> categories) {
        return parts(categories).map(NavigableMap::values).flatMap(Collection::stream);
    }
}
