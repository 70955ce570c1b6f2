package dev.svar.assignment;

import static dev.svar.assignment.Shift.agent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.AgentId;
import dev.svar.contact.TeamId;
import dev.svar.sla.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for any strategy on any roster. Draws from a seed, {@code -Dsvar.seed=} for another than the usual one. */
class RandomAssignmentsTest {
    private static final List<String> ZONES =
            List.of("Europe/Oslo", "America/New_York", "Australia/Sydney", "Asia/Kolkata");
    private static final List<String> HOURS = List.of("09:00-17:00", "22:00-06:00", "08:00-12:00", "00:00-24:00");
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("nb"));
    private static final List<String> SKILLS = List.of("billing", "delivery", "login");

    private final long seed = Long.getLong("svar.seed", 20_261_122L);

    @Test
    void whoever_is_chosen_is_there_within_hours_and_whoever_is_not_waits_for_an_opening() {
        int chosen = 0;
        int nobody = 0;
        for (int run = 0; run < 400; run++) {
            Random random = new Random(seed + run);
            Roster roster = roster(random);
            Shift shift = new Shift(roster);
            for (int step = 0; step < 25; step++) {
                shuffle(random, shift, roster);
                Instant now = Instant.parse("2027-01-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(525_600)));
                Optional<TeamId> team = random.nextInt(3) == 0
                        ? Optional.of(any(random, roster.teams()).id())
                        : Optional.empty();
                AssignmentQuestion question = shift.asks(now)
                        .team(team)
                        .language(random.nextBoolean() ? Optional.of(any(random, LANGUAGES)) : Optional.empty())
                        .category(random.nextBoolean() ? Optional.of(any(random, SKILLS)) : Optional.empty())
                        .build();
                AssignmentStrategy strategy = strategy(random, 3);

                AssignmentAnswer answer = strategy.choose(question);

                String what = "seed " + seed + " run " + run + " step " + step + " " + strategy + ": " + answer;
                if (answer.agent().isPresent()) {
                    chosen++;
                    AgentId agent = answer.agent().get();
                    assertThat(shift.absent).as(what).doesNotContain(agent);
                    assertThat(roster.teams())
                            .as(what)
                            .anyMatch(t -> t.members().contains(agent) && t.open(now));
                    assertThat(answer.team()).as(what).isPresent();
                    if (team.isPresent()) {
                        assertThat(answer.team()).as(what).isEqualTo(team);
                    }
                    shift.open.merge(agent, 1, Integer::sum);
                }
                if (answer.isNobody()) {
                    nobody++;
                }
                answer.retryAt().ifPresent(at -> {
                    assertThat(at).as(what).isAfter(now);
                    assertThat(roster.teams())
                            .as(what)
                            .anyMatch(t -> !t.open(now) && t.nextOpen(now).equals(Optional.of(at)));
                });
            }
        }
        assertThat(chosen).as("seed %d", seed).isGreaterThan(1_000);
        assertThat(nobody).as("seed %d", seed).isGreaterThan(1_000);
    }

    @Test
    void strategies_that_mind_capacity_never_exceed_it() {
        for (int run = 0; run < 200; run++) {
            Random random = new Random(seed - run);
            Roster roster = roster(random);
            Shift shift = new Shift(roster);
            AssignmentStrategy strategy = random.nextBoolean()
                    ? AssignmentStrategy.skillsAndLanguages(AssignmentStrategy.leastLoaded())
                            .orElse(AssignmentStrategy.leastLoaded())
                    : strategy(random, 3).withinCapacity();
            String what = "seed " + seed + " run " + run + " " + strategy;
            for (int step = 0; step < 60; step++) {
                shuffle(random, shift, roster);
                AssignmentQuestion question = shift.asks(Instant.parse("2027-01-04T12:00:00Z"))
                        .language(Optional.of(any(random, LANGUAGES)))
                        .build();

                strategy.choose(question).agent().ifPresent(agent -> shift.open.merge(agent, 1, Integer::sum));

                shift.open.forEach((agent, open) -> assertThat(open)
                        .as("%s: %s", what, agent)
                        .isLessThanOrEqualTo(roster.profile(agent).capacity()));
            }
        }
    }

    private static AssignmentStrategy strategy(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 7)) {
            case 0 -> AssignmentStrategy.sticky();
            case 1 -> AssignmentStrategy.roundRobin();
            case 2 -> AssignmentStrategy.leastLoaded();
            case 3 -> AssignmentStrategy.allHands();
            case 4 -> AssignmentStrategy.skillsAndLanguages(strategy(random, depth - 1));
            case 5 -> strategy(random, depth - 1).withinCapacity();
            default -> strategy(random, depth - 1).orElse(strategy(random, depth - 1));
        };
    }

    private static void shuffle(Random random, Shift shift, Roster roster) {
        shift.absent.clear();
        Set<AgentId> all = new LinkedHashSet<>();
        roster.teams().forEach(team -> all.addAll(team.members()));
        all.stream().filter(agent -> random.nextInt(3) > 0).forEach(shift.absent::add);
        shift.lastServedBy(any(random, List.copyOf(new ArrayList<>(all))).value());
    }

    private static Roster roster(Random random) {
        List<Team> teams = new ArrayList<>();
        List<AgentProfile> profiles = new ArrayList<>();
        int agents = random.nextInt(2, 12);
        for (int i = 0; i < agents; i++) {
            AgentProfile profile = AgentProfile.of(agent("a" + i)).withCapacity(random.nextInt(1, 5));
            profile = random.nextBoolean() ? profile.withLanguages(any(random, LANGUAGES)) : profile;
            profile = random.nextBoolean() ? profile.withSkills(any(random, SKILLS)) : profile;
            profiles.add(random.nextBoolean() ? profile.withDeputy(agent("a" + (i + 1) % agents)) : profile);
        }
        for (int t = random.nextInt(1, 5); t > 0; t--) {
            Set<AgentId> members = new LinkedHashSet<>();
            for (int m = random.nextInt(1, 6); m > 0; m--) {
                members.add(agent("a" + random.nextInt(agents)));
            }
            Team team = new Team(new TeamId("t" + t), "T", List.copyOf(members), Optional.empty());
            teams.add(
                    random.nextInt(4) == 0
                            ? team
                            : team.withHours(BusinessCalendar.builder(ZoneId.of(any(random, ZONES)))
                                    .open(
                                            EnumSet.range(DayOfWeek.MONDAY, any(random, List.of(DayOfWeek.values()))),
                                            any(random, HOURS))
                                    .build()));
        }
        return Roster.of(teams, profiles);
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
