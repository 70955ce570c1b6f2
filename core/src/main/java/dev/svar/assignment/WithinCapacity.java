package dev.svar.assignment;

import dev.svar.contact.AgentId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Passes over who has no capacity left. */
record WithinCapacity(AssignmentStrategy strategy) implements AssignmentStrategy {
    @Override
    public AssignmentAnswer choose(AssignmentQuestion question) {
        List<AgentProfile> present = question.present();
        Map<AgentId, Integer> open = question.openTickets(present);
        Set<AgentId> full = present.stream()
                .filter(agent -> open.getOrDefault(agent.agent(), 0) >= agent.capacity())
                .map(AgentProfile::agent)
                .collect(Collectors.toSet());
        if (full.isEmpty()) {
            return strategy.choose(question);
        }
        return strategy.choose(question.passingOver(full))
                .after(List.of("at capacity: " + full.size() + " of " + present.size() + " present"));
    }
}
