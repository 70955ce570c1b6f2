package dev.svar.assignment;

import java.util.List;

/** One after the other. The turn counts over who is present, so that no neighbor of an absent member inherits all turns. */
record RoundRobin() implements AssignmentStrategy {
    @Override
    public AssignmentAnswer choose(AssignmentQuestion question) {
        List<AgentProfile> present = question.present();
        if (present.isEmpty()) {
            return question.nobodyPresent();
        }
        AgentProfile next = question.inTurn("round robin", present);
        return question.answer(next.agent(), List.of("next in turn of " + present.size() + " present"));
    }
}
