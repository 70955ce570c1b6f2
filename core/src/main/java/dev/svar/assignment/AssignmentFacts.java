package dev.svar.assignment;

import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Port: what only the store of one tenant knows. Each method may cost a read, so a strategy asks only for what it needs,
 * and {@link AssignmentQuestion} asks for the same once. Safe for use by several threads.
 */
public interface AssignmentFacts {
    /** The most characters of the name of a rotation. */
    int MAX_ROTATION_LENGTH = 500;

    /**
     * Who answered a customer last, on any ticket.
     *
     * @param requester the customer
     * @return the agent, or empty if nobody has yet
     */
    Optional<AgentId> lastServedBy(ContactId requester);

    /**
     * How many tickets agents have now: assigned to them and neither solved, closed nor merged.
     *
     * @param agents whose, all in one call; at most {@link Roster#MAX_AGENTS}
     * @return the number for each; an agent who is missing has none
     */
    Map<AgentId, Integer> openTickets(Set<AgentId> agents);

    /**
     * Draws the next turn of a rotation. A rotation is fair only by this number: from 0, one more at each call, the same
     * never twice, also on several nodes and after a restart. A number that is drawn and not used does no harm.
     *
     * @param rotation which rotation: the strategy and the pool it turns over, such as {@code round robin of team
     *     billing, speaks sv}; one line of at most {@value #MAX_ROTATION_LENGTH} characters
     * @return the turn, not negative
     */
    long nextTurn(String rotation);
}
