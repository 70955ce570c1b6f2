package dev.svar.contact;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A fixed list of agents. */
final class ListedAgents implements AgentDirectory {
    private final Map<AgentId, Agent> byId;
    private final Map<String, Optional<Agent>> byName = new HashMap<>();
    private final Map<Address, Optional<Agent>> byAddress = new HashMap<>();

    ListedAgents(List<Agent> agents) {
        this.byId = agents.stream().collect(Collectors.toUnmodifiableMap(Agent::id, Function.identity()));
        // Of two with one name nobody knows which is meant.
        agents.forEach(agent -> byName.merge(key(agent.name()), Optional.of(agent), (one, other) -> Optional.empty()));
        agents.forEach(agent -> byAddress.merge(agent.address(), Optional.of(agent), (one, other) -> Optional.empty()));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<Agent> agent(AgentId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<Agent> named(String name) {
        return byName.getOrDefault(key(name), Optional.empty());
    }

    @Override
    public Optional<Agent> at(Address address) {
        return byAddress.getOrDefault(address, Optional.empty());
    }
}
