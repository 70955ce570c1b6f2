package dev.svar.assignment;

import dev.svar.contact.AgentId;
import dev.svar.contact.TeamId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The teams of a desk and what their members can take on. Immutable, thread-safe. */
public final class Roster {
    /** The most teams. */
    public static final int MAX_TEAMS = 1_000;

    /** The most profiles, and the most places in all teams together. */
    public static final int MAX_AGENTS = 10_000;

    /** How many deputies stand in one for the other. */
    public static final int MAX_DEPUTIES = 5;

    private final Map<TeamId, Team> teams = new LinkedHashMap<>();
    private final Map<AgentId, AgentProfile> profiles = new HashMap<>();
    private final List<Team> inOrder;

    private Roster(List<Team> teams, List<AgentProfile> profiles) {
        this.inOrder = List.copyOf(Check.size("roster.teams", teams, MAX_TEAMS));
        Check.size("roster.profiles", profiles, MAX_AGENTS);
        for (Team team : teams) {
            if (this.teams.put(team.id(), team) != null) {
                throw new InvalidValueException(
                        "roster.teams", "holds " + team.id() + " twice, each may be there once");
            }
        }
        for (AgentProfile profile : profiles) {
            if (this.profiles.put(profile.agent(), profile) != null) {
                throw new InvalidValueException(
                        "roster.profiles", "holds " + profile.agent() + " twice, each may be there once");
            }
        }
        List<AgentId> places = new ArrayList<>();
        teams.forEach(team -> places.addAll(team.members()));
        Check.size("roster.teams.members", places, MAX_AGENTS);
        places.forEach(agent -> this.profiles.computeIfAbsent(agent, AgentProfile::of));
        this.profiles.values().forEach(profile -> profile.deputy().ifPresent(d -> requireKnown(profile.agent(), d)));
    }

    private void requireKnown(AgentId agent, AgentId deputy) {
        if (!profiles.containsKey(deputy)) {
            throw new InvalidValueException(
                    "profile.deputy",
                    "of " + agent + " is " + deputy + ", who is in no team and has no profile: add one of them");
        }
    }

    /**
     * A roster of teams. Members without a profile have that of {@link AgentProfile#of}. Somebody may have a profile and
     * be in no team, such as one who left and has a deputy.
     *
     * @param teams the teams, first the one to prefer, each id once; at most {@value #MAX_TEAMS}
     * @param profiles what agents can take on, each agent once; at most {@value #MAX_AGENTS}
     * @return the roster
     * @throws InvalidValueException if a team or a profile comes twice, there are too many, or a deputy is unknown
     */
    public static Roster of(List<Team> teams, List<AgentProfile> profiles) {
        return new Roster(teams, profiles);
    }

    /** {@return the teams in order} */
    public List<Team> teams() {
        return inOrder;
    }

    /**
     * Looks a team up.
     *
     * @param id the team's id
     * @return the team, or empty if there is no such
     */
    public Optional<Team> team(TeamId id) {
        return Optional.ofNullable(teams.get(id));
    }

    /**
     * What an agent can take on.
     *
     * @param agent the agent
     * @return the profile; that of {@link AgentProfile#of} if none is known
     */
    public AgentProfile profile(AgentId agent) {
        AgentProfile known = profiles.get(agent);
        return known == null ? AgentProfile.of(agent) : known;
    }

    /**
     * Who stands in for an agent: the deputy, then the deputy's deputy and so on. Two who are deputies of each other end
     * the line, like anybody who would come twice.
     *
     * @param agent the agent
     * @return at most {@value #MAX_DEPUTIES} others, nearest first
     */
    public List<AgentId> deputies(AgentId agent) {
        Set<AgentId> line = new LinkedHashSet<>(Set.of(agent));
        Optional<AgentId> next = profile(agent).deputy();
        while (line.size() <= MAX_DEPUTIES && next.filter(line::add).isPresent()) {
            next = next.flatMap(deputy -> profile(deputy).deputy());
        }
        return line.stream().skip(1).toList();
    }
}
