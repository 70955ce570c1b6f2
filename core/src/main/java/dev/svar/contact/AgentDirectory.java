package dev.svar.contact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Port: the host's users, as far as they answer tickets. Called from any thread, once or more per command; it must be
 * quick and answer the same within a command.
 */
@FunctionalInterface
public interface AgentDirectory {
    /**
     * Looks an agent up.
     *
     * @param id the host's user id
     * @return the agent, or empty if the host knows no such user or the user answers no tickets
     */
    Optional<Agent> agent(AgentId id);

    /**
     * A fixed list of agents.
     *
     * @param agents the agents, each id once
     * @return a directory of them
     */
    static AgentDirectory of(Agent... agents) {
        Map<AgentId, Agent> byId =
                List.of(agents).stream().collect(Collectors.toUnmodifiableMap(Agent::id, Function.identity()));
        return id -> Optional.ofNullable(byId.get(id));
    }
}
