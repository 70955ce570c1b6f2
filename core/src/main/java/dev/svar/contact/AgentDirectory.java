package dev.svar.contact;

import java.util.List;
import java.util.Optional;

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
     * Looks an agent up by the name that colleagues write after an @ in a note. Nobody unless it is overridden: notes then
     * name agents by their ids.
     *
     * @param name what stood there, one to three words
     * @return the one agent who is called so, in whatever case; empty for nobody and for several
     */
    default Optional<Agent> named(String name) {
        return Optional.empty();
    }

    /**
     * Looks an agent up by the address that he writes mail from. Nobody unless it is overridden: mail by agents is then like
     * that of anybody.
     *
     * @param address an address that a message came from
     * @return the one agent who has it; empty for nobody and for several
     */
    default Optional<Agent> at(Address address) {
        return Optional.empty();
    }

    /**
     * A fixed list of agents, who are found by their ids, their whole names and their addresses.
     *
     * @param agents the agents, each id once
     * @return a directory of them
     */
    static AgentDirectory of(Agent... agents) {
        return new ListedAgents(List.of(agents));
    }
}
