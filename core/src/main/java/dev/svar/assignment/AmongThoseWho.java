package dev.svar.assignment;

import java.util.List;
import java.util.function.Predicate;

/** Asks a strategy among agents of one kind. */
record AmongThoseWho(String kind, Predicate<AgentProfile> fit, AssignmentStrategy strategy)
        implements AssignmentStrategy {
    @Override
    public AssignmentAnswer choose(AssignmentQuestion question) {
        AssignmentAnswer answer = strategy.choose(question.among(kind, fit));
        return answer.isNobody() ? answer : answer.after(List.of(kind));
    }

    AmongThoseWho and(AmongThoseWho other) {
        return new AmongThoseWho(kind + ", " + other.kind, fit.and(other.fit), strategy);
    }
}
