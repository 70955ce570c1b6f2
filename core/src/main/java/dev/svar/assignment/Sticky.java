package dev.svar.assignment;

import dev.svar.contact.AgentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who served the customer last, or whoever stands in, or the team. */
record Sticky() implements AssignmentStrategy {
    @Override
    public AssignmentAnswer choose(AssignmentQuestion question) {
        return question.lastServedBy()
                .map(last -> choose(question, last))
                .orElseGet(() ->
                        AssignmentAnswer.nobody(Optional.empty(), List.of("nobody has served this customer yet")));
    }

    private static AssignmentAnswer choose(AssignmentQuestion question, AgentId last) {
        List<AgentId> line = new ArrayList<>(List.of(last));
        line.addAll(question.roster().deputies(last));
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            AgentId agent = line.get(i);
            String role = i == 0 ? "served this customer last" : "deputy of " + line.get(i - 1);
            if (question.isPresent(agent)) {
                reasons.add(role);
                return question.answer(agent, reasons);
            }
            reasons.add(role + ": " + agent + ", " + question.pool().whyNot(agent));
        }
        return question.openTeams().stream()
                .filter(team -> team.members().contains(last))
                .findFirst()
                .map(team -> {
                    reasons.add("team of " + last);
                    return AssignmentAnswer.toTeam(question.team().orElse(team.id()), reasons);
                })
                .orElseGet(() -> AssignmentAnswer.nobody(
                        question.pool().nextOpening(team -> line.stream().anyMatch(team.members()::contains)),
                        reasons));
    }
}
