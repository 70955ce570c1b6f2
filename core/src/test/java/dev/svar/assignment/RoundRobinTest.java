package dev.svar.assignment;

import static dev.svar.assignment.Shift.agent;
import static dev.svar.assignment.Shift.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.AgentId;
import dev.svar.contact.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundRobinTest {
    private final AssignmentStrategy strategy = AssignmentStrategy.roundRobin();

    @ParameterizedTest
    @CsvSource({
        "ola kari per, '',        ola kari per ola kari per",
        "ola kari per, kari,      ola per ola per ola per",
        "ola kari per, ola kari,  per per per per per per",
        "ola,          '',        ola ola ola ola ola ola",
    })
    void turns_go_round_who_is_present(String members, String absent, String expected) {
        Shift shift = Shift.of(team("a: " + members)).absent(absent);

        List<AgentId> got = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            got.add(strategy.choose(shift.asks().build()).agent().orElseThrow());
        }

        assertThat(got).isEqualTo(Shift.agents(expected));
    }

    @Test
    void the_turns_of_an_absent_member_are_shared_by_all_others() {
        Shift shift = Shift.of(team("a: ola kari per liv")).absent("kari");

        assertThat(shift.giveAway(300, strategy))
                .isEqualTo(Map.of(agent("ola"), 100, agent("per"), 100, agent("liv"), 100));
    }

    @Test
    void somebody_in_two_teams_has_one_turn() {
        Shift shift = Shift.of(team("a: ola kari"), team("b: kari per"));

        assertThat(shift.giveAway(9, strategy)).isEqualTo(Map.of(agent("ola"), 3, agent("kari"), 3, agent("per"), 3));
    }

    @Test
    void tickets_of_two_teams_that_come_in_turn_do_not_always_hit_the_same_members() {
        Shift shift = Shift.of(team("a: ola kari"), team("b: per liv"));

        List<AgentId> got = new ArrayList<>();
        for (String team : List.of("a", "b", "a", "b")) {
            AssignmentQuestion question =
                    shift.asks().team(Optional.of(new TeamId(team))).build();
            got.add(strategy.choose(question).agent().orElseThrow());
        }

        assertThat(got).isEqualTo(Shift.agents("ola per kari liv"));
        assertThat(shift.turns).containsOnlyKeys("round robin of team a", "round robin of team b");
    }

    @Test
    void an_answer_says_who_in_which_team_and_why() {
        Shift shift = Shift.of(team("a: ola"), team("b: kari per")).absent("ola");

        assertThat(strategy.choose(shift.asks().build()))
                .isEqualTo(
                        AssignmentAnswer.toAgent(agent("kari"), new TeamId("b"), List.of("next in turn of 2 present")));
    }

    @Test
    void when_all_are_absent_nobody_gets_it_until_somebody_comes() {
        Shift shift = Shift.of(team("a: ola kari")).absent("ola kari");

        assertThat(strategy.choose(shift.asks().build()))
                .isEqualTo(AssignmentAnswer.nobody(Optional.empty(), List.of("all teams: 0 of 2 available")));
    }

    @Test
    void all_hands_turns_over_everybody_and_leaves_the_ticket_in_its_team() {
        Shift shift = Shift.of(team("a: ola kari"), team("b: per liv")).absent("kari");
        AssignmentQuestion.Builder ticket = shift.asks().team(Optional.of(new TeamId("a")));

        List<AssignmentAnswer> answers = IntStream.range(0, 3)
                .mapToObj(i -> AssignmentStrategy.allHands().choose(ticket.build()))
                .toList();

        assertThat(answers).extracting(a -> a.agent().orElseThrow()).isEqualTo(Shift.agents("ola per liv"));
        assertThat(answers).extracting(a -> a.team().orElseThrow()).containsOnly(new TeamId("a"));
    }

    @Test
    void with_the_same_people_present_counts_differ_by_one_at_most() {
        long seed = Long.getLong("svar.seed", 20_261_122L);
        Random random = new Random(seed);
        for (int run = 0; run < 300; run++) {
            int size = random.nextInt(1, 30);
            List<AgentId> members =
                    IntStream.range(0, size).mapToObj(i -> agent("a" + i)).toList();
            Shift shift = Shift.of(new Team(new TeamId("a"), "A", members, Optional.empty()));
            members.stream().filter(m -> random.nextInt(3) == 0).forEach(shift.absent::add);
            shift.turns.put("round robin of all teams", random.nextLong(1L << 40));
            int tickets = random.nextInt(1, 200);

            Map<AgentId, Integer> given = shift.giveAway(tickets, strategy);

            String what =
                    "seed " + seed + " run " + run + ": " + tickets + " tickets, absent " + shift.absent + ": " + given;
            int present = size - shift.absent.size();
            assertThat(given.keySet()).as(what).noneMatch(shift.absent::contains);
            for (AgentId member : members) {
                if (!shift.absent.contains(member)) {
                    assertThat(given.getOrDefault(member, 0))
                            .as(what)
                            .isBetween(tickets / present, (tickets + present - 1) / present);
                }
            }
        }
    }
}
