package dev.svar.assignment;

import dev.svar.contact.AgentId;
import dev.svar.contact.TeamId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whom a question is about at the moment: some teams, narrowed to who fits, without who is passed over this time. */
final class Pool {
    private final Roster roster;
    private final Presence presence;
    private final Instant now;
    private final List<Team> teams;
    private final String name;
    private final String kinds;
    private final Predicate<AgentProfile> fits;
    private final Set<AgentId> passedOver;

    private Pool(
            Roster roster,
            Presence presence,
            Instant now,
            List<Team> teams,
            String name,
            String kinds,
            Predicate<AgentProfile> fits,
            Set<AgentId> passedOver) {
        this.roster = roster;
        this.presence = presence;
        this.now = now;
        this.teams = teams;
        this.name = name;
        this.kinds = kinds;
        this.fits = fits;
        this.passedOver = passedOver;
    }

    static Pool ofAllTeams(Roster roster, Presence presence, Instant now) {
        return new Pool(roster, presence, now, roster.teams(), "all teams", "", profile -> true, Set.of());
    }

    Pool acrossTeams() {
        return new Pool(roster, presence, now, roster.teams(), "all teams", kinds, fits, passedOver);
    }

    Pool within(TeamId id) {
        Team team = roster.team(id).orElseThrow(() -> new UnknownTeamException(id));
        return new Pool(roster, presence, now, List.of(team), "team " + id, kinds, fits, passedOver);
    }

    Pool among(String kind, Predicate<AgentProfile> fit) {
        return new Pool(roster, presence, now, teams, name, kinds + ", " + kind, fits.and(fit), passedOver);
    }

    Pool passingOver(Set<AgentId> agents) {
        Set<AgentId> all = new LinkedHashSet<>(passedOver);
        all.addAll(agents);
        return new Pool(roster, presence, now, teams, name, kinds, fits, all);
    }

    /** The teams with somebody who fits. */
    List<Team> teams() {
        return teams.stream()
                .filter(team -> team.members().stream().anyMatch(this::fits))
                .toList();
    }

    List<Team> openTeams() {
        return teams().stream().filter(team -> team.open(now)).toList();
    }

    Set<AgentId> onDuty() {
        return openTeams().stream()
                .flatMap(team -> team.members().stream())
                .filter(this::fits)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<AgentProfile> present() {
        return onDuty().stream().filter(this::available).map(roster::profile).toList();
    }

    /** The first open team of an agent who fits. */
    Optional<Team> openTeamOf(AgentId agent) {
        return teams.stream()
                .filter(team -> team.members().contains(agent) && fits(agent) && team.open(now))
                .findFirst();
    }

    String whyNot(AgentId agent) {
        if (openTeamOf(agent).isPresent()) {
            return "not available";
        }
        boolean member = teams.stream().anyMatch(team -> team.members().contains(agent));
        return member && fits(agent) ? "outside working hours" : "not in " + this;
    }

    boolean available(AgentId agent) {
        return !passedOver.contains(agent) && presence.available(agent);
    }

    Optional<Instant> nextOpening(Predicate<Team> which) {
        return teams().stream()
                .filter(team -> which.test(team) && !team.open(now))
                .flatMap(team -> team.nextOpen(now).stream())
                .min(Instant::compareTo);
    }

    private boolean fits(AgentId agent) {
        return fits.test(roster.profile(agent));
    }

    @Override
    public String toString() {
        return name + kinds;
    }
}
