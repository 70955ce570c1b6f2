package dev.svar.assignment;

import dev.svar.contact.AgentId;
import dev.svar.contact.TeamId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who gets a ticket: an agent, as a rule of a team; or a team of which nobody was chosen; or nobody for now.
 *
 * @param agent who should work on it
 * @param team whose ticket it should be
 * @param retryAt if nobody: when to ask again, at the next opening of a team. Empty if time alone changes nothing: ask when
 *     somebody becomes available or finishes a ticket
 * @param reasons why, for people to read, in the order in which they were found; at least one, at most
 *     {@value #MAX_REASONS}
 */
public record AssignmentAnswer(
        Optional<AgentId> agent, Optional<TeamId> team, Optional<Instant> retryAt, List<String> reasons) {
    /** The most reasons; where many strategies are tried in a row, only the last are kept. */
    public static final int MAX_REASONS = 50;

    /**
     * Checks and copies.
     *
     * @param agent who should work on it
     * @param team whose ticket it should be
     * @param retryAt when to ask again
     * @param reasons why
     * @throws InvalidValueException if there is no reason or too many, or a time to ask again although somebody was chosen
     */
    public AssignmentAnswer {
        if (reasons.isEmpty()) {
            throw new InvalidValueException("answer.reasons", "is empty, an answer needs at least one reason");
        }
        if (retryAt.isPresent() && (agent.isPresent() || team.isPresent())) {
            throw new InvalidValueException("answer.retryAt", "is set although somebody was chosen");
        }
        reasons = List.copyOf(Check.size("answer.reasons", reasons, MAX_REASONS));
    }

    /**
     * An agent gets it.
     *
     * @param agent who
     * @param team whose ticket it becomes
     * @param reasons why
     * @return the answer
     */
    public static AssignmentAnswer toAgent(AgentId agent, TeamId team, List<String> reasons) {
        return new AssignmentAnswer(Optional.of(agent), Optional.of(team), Optional.empty(), reasons);
    }

    /**
     * A team gets it and nobody of the team yet.
     *
     * @param team which team
     * @param reasons why
     * @return the answer
     */
    public static AssignmentAnswer toTeam(TeamId team, List<String> reasons) {
        return new AssignmentAnswer(Optional.empty(), Optional.of(team), Optional.empty(), reasons);
    }

    /**
     * Nobody gets it for now.
     *
     * @param retryAt when to ask again, if time changes something
     * @param reasons why
     * @return the answer
     */
    public static AssignmentAnswer nobody(Optional<Instant> retryAt, List<String> reasons) {
        return new AssignmentAnswer(Optional.empty(), Optional.empty(), retryAt, reasons);
    }

    /** {@return whether neither an agent nor a team was chosen} */
    public boolean isNobody() {
        return agent.isEmpty() && team.isEmpty();
    }

    /** The better of two: an agent before a team before nobody, and this one before the next. */
    AssignmentAnswer orElse(AssignmentAnswer next) {
        if (agent.isPresent() || (team.isPresent() && next.agent.isEmpty())) {
            return this;
        }
        AssignmentAnswer known = next.after(reasons);
        return next.isNobody() ? nobody(earliest(retryAt, next.retryAt), known.reasons) : known;
    }

    /** The same answer, with reasons that were found before. */
    AssignmentAnswer after(List<String> earlier) {
        List<String> all =
                Stream.concat(earlier.stream(), reasons.stream()).distinct().toList();
        return new AssignmentAnswer(
                agent, team, retryAt, all.subList(Math.max(0, all.size() - MAX_REASONS), all.size()));
    }

    private static Optional<Instant> earliest(Optional<Instant> a, Optional<Instant> b) {
        return Stream.of(a, b).flatMap(Optional::stream).min(Instant::compareTo);
    }
}
