package dev.svar.assignment;

import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the host and the store for each fact once within a question: strategies that are tried one after the other see the
 * same, also while people come and go, and pay once.
 */
final class Remembered implements AssignmentFacts, Presence {
    private final Presence host;
    private final AssignmentFacts store;
    private final Map<AgentId, Boolean> available = new HashMap<>();
    private final Map<ContactId, Optional<AgentId>> served = new HashMap<>();
    private final Map<AgentId, Integer> loads = new HashMap<>();
    private final Map<String, Long> turns = new HashMap<>();

    Remembered(Presence host, AssignmentFacts store) {
        this.host = host;
        this.store = store;
    }

    @Override
    public synchronized boolean available(AgentId agent) {
        return available.computeIfAbsent(agent, host::available);
    }

    @Override
    public synchronized Optional<AgentId> lastServedBy(ContactId requester) {
        return served.computeIfAbsent(requester, store::lastServedBy);
    }

    @Override
    public synchronized Map<AgentId, Integer> openTickets(Set<AgentId> agents) {
        Set<AgentId> unknown = new HashSet<>(agents);
        unknown.removeAll(loads.keySet());
        if (!unknown.isEmpty()) {
            Map<AgentId, Integer> read = store.openTickets(unknown);
            unknown.forEach(agent -> loads.put(agent, read.getOrDefault(agent, 0)));
        }
        Map<AgentId, Integer> asked = new HashMap<>(loads);
        asked.keySet().retainAll(agents);
        return asked;
    }

    @Override
    public synchronized long nextTurn(String rotation) {
        return turns.computeIfAbsent(rotation, store::nextTurn);
    }
}
