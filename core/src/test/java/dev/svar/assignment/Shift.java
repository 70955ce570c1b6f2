package dev.svar.assignment;

import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.contact.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The people and tickets of one desk in memory, with a log of what was read from it. */
final class Shift implements AssignmentFacts, Presence {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final ContactId KUNDE = new ContactId(new UUID(0, 1));

    final Set<AgentId> absent = new HashSet<>();
    final Map<ContactId, AgentId> served = new HashMap<>();
    final Map<AgentId, Integer> open = new HashMap<>();
    final Map<String, Long> turns = new HashMap<>();
    final List<String> reads = new ArrayList<>();
    private final Roster roster;

    Shift(Roster roster) {
        this.roster = roster;
    }

    static Shift of(Team... teams) {
        return new Shift(Roster.of(List.of(teams), List.of()));
    }

    static AgentId agent(String name) {
        return new AgentId(name);
    }

    /** A team with its members' names after a colon. */
    static Team team(String line) {
        String[] parts = line.split(":", -1);
        return new Team(new TeamId(parts[0].strip()), parts[0].strip(), agents(parts[1]), Optional.empty());
    }

    static List<AgentId> agents(String names) {
        return Arrays.stream(names.strip().split(" +", -1))
                .filter(name -> !name.isEmpty())
                .map(AgentId::new)
                .toList();
    }

    Shift absent(String names) {
        absent.addAll(agents(names));
        return this;
    }

    Shift lastServedBy(String name) {
        served.put(KUNDE, agent(name));
        return this;
    }

    Shift open(String name, int tickets) {
        open.put(agent(name), tickets);
        return this;
    }

    AssignmentQuestion.Builder asks() {
        return asks(NOON);
    }

    AssignmentQuestion.Builder asks(Instant now) {
        return AssignmentQuestion.builder(roster, this, this, KUNDE, now);
    }

    /** Gives away one ticket after the other and counts who got how many; closed tickets are none. */
    Map<AgentId, Integer> giveAway(int tickets, AssignmentStrategy strategy) {
        Map<AgentId, Integer> given = new HashMap<>();
        for (int i = 0; i < tickets; i++) {
            strategy.choose(asks().build()).agent().ifPresent(agent -> {
                given.merge(agent, 1, Integer::sum);
                open.merge(agent, 1, Integer::sum);
            });
        }
        return given;
    }

    @Override
    public boolean available(AgentId agent) {
        reads.add("presence of " + agent);
        return !absent.contains(agent);
    }

    @Override
    public Optional<AgentId> lastServedBy(ContactId requester) {
        reads.add("last served");
        return Optional.ofNullable(served.get(requester));
    }

    @Override
    public Map<AgentId, Integer> openTickets(Set<AgentId> agents) {
        reads.add("open tickets of "
                + agents.stream().map(AgentId::value).sorted().collect(Collectors.joining(" ")));
        return open.entrySet().stream()
                .filter(entry -> agents.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public long nextTurn(String rotation) {
        reads.add("turn of " + rotation);
        return turns.merge(rotation, 1L, Long::sum) - 1;
    }
}
