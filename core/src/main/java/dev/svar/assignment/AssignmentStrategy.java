package dev.svar.assignment;

/**
 * Port: chooses who gets a ticket. Implementations keep nothing between questions, are safe for use by several threads and
 * give the same answer if what they ask of the question is the same. They choose only who is
 * {@linkplain AssignmentQuestion#present present}, and answer nobody rather than fail. Strategies compose:
 *
 * <pre>{@code
 * AssignmentStrategy.sticky().orElse(AssignmentStrategy.leastLoaded())
 * AssignmentStrategy.skillsAndLanguages(AssignmentStrategy.roundRobin()).orElse(AssignmentStrategy.allHands())
 * }</pre>
 *
 * <p>All take the team of the ticket, or all teams if it has none, as far as they are open. So with teams in several zones
 * work follows the sun; when none is open, nobody gets it until the first one opens.
 */
@FunctionalInterface
public interface AssignmentStrategy {
    /**
     * Chooses.
     *
     * @param question the ticket and who there is
     * @return who gets it, or when to ask again
     */
    AssignmentAnswer choose(AssignmentQuestion question);

    /**
     * This strategy, and another where it chooses no agent. If it chooses a team without an agent, the other is asked
     * within that team first and without this limit after; if that finds no agent either, the team gets the ticket.
     *
     * @param next whom to ask then
     * @return a strategy
     */
    default AssignmentStrategy orElse(AssignmentStrategy next) {
        return new OrElse(this, next);
    }

    /**
     * This strategy as if agents with as many open tickets as their capacity, or more, were not available. Reads the open
     * tickets of everybody who is.
     *
     * @return a strategy
     */
    default AssignmentStrategy withinCapacity() {
        return new WithinCapacity(this);
    }

    /**
     * The agent who answered this customer last; if not present, the deputy, then the deputy's deputy and so on, at most
     * {@value Roster#MAX_DEPUTIES}; then an open team of that agent, without an agent. Otherwise nobody.
     *
     * @return a strategy
     */
    static AssignmentStrategy sticky() {
        return new Sticky();
    }

    /**
     * Everybody who is present, one after the other. Who is absent is passed over and the turns are shared by all others.
     *
     * @return a strategy
     */
    static AssignmentStrategy roundRobin() {
        return new RoundRobin();
    }

    /**
     * Of those who are present the one with the greatest share of capacity free, in turn if there are several. Nobody gets
     * more than the own capacity.
     *
     * @return a strategy
     */
    static AssignmentStrategy leastLoaded() {
        return new LeastLoaded();
    }

    /**
     * Asks another strategy among those who {@linkplain AgentProfile#speaks speak} the customer's language and
     * {@linkplain AgentProfile#knows know} the category; while it finds no agent, among those who speak the language; then
     * among those who know the category; then nobody, unless {@code orElse} names a strategy for everybody. What is not
     * known of the ticket narrows nothing.
     *
     * @param among how to choose among those who fit
     * @return a strategy
     */
    static AssignmentStrategy skillsAndLanguages(AssignmentStrategy among) {
        return new SkillsAndLanguages(among);
    }

    /**
     * {@link #roundRobin} over the members of all teams, also if the ticket has a team; it keeps it. Hours and presence
     * count.
     *
     * @return a strategy
     */
    static AssignmentStrategy allHands() {
        AssignmentStrategy rotation = roundRobin();
        return question -> rotation.choose(question.acrossTeams());
    }
}
