package dev.svar.memory;

import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.store.Page;
import dev.svar.store.TicketPlace;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketSort;
import dev.svar.store.TicketState;
import dev.svar.store.Wanted;
import dev.svar.store.Workloads;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;

/** One tenant's tickets and how they are found. Guarded by the tenant's lock. */
final class MemoryTickets {
    private static final Comparator<Ticket> BY_UPDATE = Comparator.comparing(Ticket::updatedAt)
            .thenComparing(t -> t.number().value());

    private final Map<TicketId, MemoryTicket> byId = new HashMap<>();
    private final NumberedTickets byNumber = new NumberedTickets();
    private final Map<AgentId, NumberedTickets> byAssignee = new HashMap<>();
    private final Map<ContactId, List<MemoryTicket>> byRequester = new HashMap<>();

    Optional<MemoryTicket> find(TicketId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<MemoryTicket> find(long number) {
        return byNumber.find(number);
    }

    MemoryTicket put(TicketState after) {
        MemoryTicket known = byId.get(after.ticket().id());
        if (known == null) {
            return add(new MemoryTicket(after));
        }
        if (isIndexedAlike(known.ticket(), after.ticket())) {
            known.state = after;
            return known;
        }
        byNumber.remove(known);
        assigned(known).ifPresent(its -> its.remove(known));
        known.state = after;
        index(known);
        return known;
    }

    private static boolean isIndexedAlike(Ticket before, Ticket after) {
        return before.status().category() == after.status().category()
                && before.assignee().equals(after.assignee());
    }

    private MemoryTicket add(MemoryTicket ticket) {
        byId.put(ticket.ticket().id(), ticket);
        byRequester
                .computeIfAbsent(ticket.ticket().requester(), r -> new ArrayList<>(1))
                .add(ticket);
        index(ticket);
        return ticket;
    }

    private void index(MemoryTicket ticket) {
        byNumber.add(ticket);
        assigned(ticket).ifPresent(its -> its.add(ticket));
    }

    /** The tickets of a ticket's assignee, if it has one. */
    private Optional<NumberedTickets> assigned(MemoryTicket ticket) {
        return ticket.ticket().assignee().map(agent -> byAssignee.computeIfAbsent(agent, a -> new NumberedTickets()));
    }

    Page<TicketState> page(TicketQuery query) {
        Stream<MemoryTicket> candidates =
                query.sort() == TicketSort.NUMBER && query.requesters().isEmpty()
                        ? numbered(query).parts(query.statuses()).flatMap(part -> beginning(part, query))
                        : candidates(query).filter(t -> query.isAhead(t.state) && t.matches(query));
        return query.page(first(candidates.map(t -> t.state), query));
    }

    long count(TicketQuery query, int atMost) {
        return candidates(query).filter(t -> t.matches(query)).limit(atMost).count();
    }

    /** In the order of numbers nothing needs to be looked at beyond the page. */
    private static Stream<MemoryTicket> beginning(NavigableMap<Long, MemoryTicket> part, TicketQuery query) {
        NavigableMap<Long, MemoryTicket> ordered = query.descending() ? part.descendingMap() : part;
        Optional<Long> after = query.after().map(TicketPlace::number);
        return after.map(number -> ordered.tailMap(number, false)).orElse(ordered).values().stream()
                .filter(t -> t.matches(query))
                .limit(query.limit() + 1L);
    }

    private Stream<MemoryTicket> candidates(TicketQuery query) {
        return query.requesters().isEmpty()
                ? numbered(query).all(query.statuses())
                : query.requesters().stream().flatMap(this::of);
    }

    private NumberedTickets numbered(TicketQuery query) {
        return query.assignee() instanceof Wanted.Exactly<AgentId> agent ? of(agent.value()) : byNumber;
    }

    private NumberedTickets of(AgentId agent) {
        return byAssignee.getOrDefault(agent, new NumberedTickets());
    }

    private Stream<MemoryTicket> of(ContactId requester) {
        return byRequester.getOrDefault(requester, List.of()).stream();
    }

    /** The first of them in order, one more than the page takes; never more than that are kept. */
    private static List<TicketState> first(Stream<TicketState> states, TicketQuery query) {
        PriorityQueue<TicketState> kept = new PriorityQueue<>(query.order().reversed());
        states.forEach(state -> {
            kept.add(state);
            if (kept.size() > query.limit() + 1) {
                kept.poll();
            }
        });
        return kept.stream().sorted(query.order()).toList();
    }

    Map<AgentId, Integer> openTickets(Set<AgentId> agents) {
        Map<AgentId, Integer> counts = new HashMap<>();
        for (AgentId agent : agents) {
            long open = of(agent)
                    .all(Workloads.LIVE)
                    .filter(t -> !t.ticket().spam())
                    .count();
            if (open > 0) {
                counts.put(agent, (int) open);
            }
        }
        return counts;
    }

    Optional<AgentId> lastAssignee(Set<ContactId> requesters) {
        return requesters.stream()
                .flatMap(this::of)
                .map(MemoryTicket::ticket)
                .filter(t -> t.assignee().isPresent())
                .max(BY_UPDATE)
                .flatMap(Ticket::assignee);
    }
}
