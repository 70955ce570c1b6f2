package dev.svar.assignment;

/** One strategy, then another, within the team that the first one found if it found one. */
record OrElse(AssignmentStrategy first, AssignmentStrategy next) implements AssignmentStrategy {
    @Override
    public AssignmentAnswer choose(AssignmentQuestion question) {
        AssignmentAnswer found = first.choose(question);
        AssignmentAnswer inTeam = found.agent().isPresent()
                ? found
                : found.team()
                        .map(team -> found.orElse(next.choose(question.within(team))))
                        .orElse(found);
        return inTeam.agent().isPresent() ? inTeam : inTeam.orElse(next.choose(question));
    }
}
