package dev.svar.assignment;

import dev.svar.contact.AgentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The greatest share of capacity free, compared as fractions without rounding. */
record LeastLoaded() implements AssignmentStrategy {
    @Override
    public AssignmentAnswer choose(AssignmentQuestion question) {
        List<AgentProfile> present = question.present();
        if (present.isEmpty()) {
            return question.nobodyPresent();
        }
        Map<AgentId, Integer> open = question.openTickets(present);
        List<AgentProfile> freest = new ArrayList<>();
        for (AgentProfile agent : present) {
            if (load(agent, open) >= agent.capacity()) {
                continue;
            }
            int order = freest.isEmpty() ? 0 : compareUse(agent, freest.get(0), open);
            if (order < 0) {
                freest.clear();
            }
            if (order <= 0) {
                freest.add(agent);
            }
        }
        if (freest.isEmpty()) {
            return AssignmentAnswer.nobody(
                    question.nextOpening(), List.of("at capacity: all " + present.size() + " present"));
        }
        AgentProfile chosen = question.inTurn("least loaded", freest);
        return question.answer(
                chosen.agent(), List.of("fewest open tickets: " + load(chosen, open) + " of " + chosen.capacity()));
    }

    private static int compareUse(AgentProfile a, AgentProfile b, Map<AgentId, Integer> open) {
        return Long.compare((long) load(a, open) * b.capacity(), (long) load(b, open) * a.capacity());
    }

    private static int load(AgentProfile agent, Map<AgentId, Integer> open) {
        return open.getOrDefault(agent.agent(), 0);
    }
}
