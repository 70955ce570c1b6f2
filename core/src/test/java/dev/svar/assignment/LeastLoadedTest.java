package dev.svar.assignment;

import static dev.svar.assignment.Shift.agent;
import static dev.svar.assignment.Shift.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.AgentId;
import dev.svar.contact.TeamId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeastLoadedTest {
    private final AssignmentStrategy strategy = AssignmentStrategy.leastLoaded();

    private static Shift shift(int capacityOfOla, int capacityOfKari) {
        return new Shift(Roster.of(
                List.of(team("a: ola kari")),
                List.of(
                        AgentProfile.of(agent("ola")).withCapacity(capacityOfOla),
                        AgentProfile.of(agent("kari")).withCapacity(capacityOfKari))));
    }

    @ParameterizedTest
    @CsvSource({
        // ola: capacity, open; kari: capacity, open
        "10, 3,  10, 4,  ola,  fewest open tickets: 3 of 10",
        "10, 4,  10, 3,  kari, fewest open tickets: 3 of 10",
        "10, 3,  4,  1,  kari, fewest open tickets: 1 of 4",
        "10, 2,  4,  1,  ola,  fewest open tickets: 2 of 10",
        "3,  1,  2,  1,  ola,  fewest open tickets: 1 of 3",
        "10, 10, 2,  1,  kari, fewest open tickets: 1 of 2",
        "10, 12, 2,  1,  kari, fewest open tickets: 1 of 2",
        "10000, 9999, 10000, 9998, kari, fewest open tickets: 9998 of 10000",
    })
    void the_greatest_free_share_gets_it(int c1, int open1, int c2, int open2, String chosen, String reason) {
        Shift shift = shift(c1, c2).open("ola", open1).open("kari", open2);

        assertThat(strategy.choose(shift.asks().build()))
                .isEqualTo(AssignmentAnswer.toAgent(agent(chosen), new TeamId("a"), List.of(reason)));
    }

    @Test
    void nobody_gets_more_than_the_own_capacity() {
        Shift shift = shift(2, 1).open("ola", 2).open("kari", 1);

        assertThat(strategy.choose(shift.asks().build()))
                .isEqualTo(AssignmentAnswer.nobody(Optional.empty(), List.of("at capacity: all 2 present")));
    }

    @Test
    void equals_take_turns_so_that_the_first_of_the_list_is_not_always_hit() {
        Shift shift = Shift.of(team("a: ola kari per"));

        List<AgentId> got = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            got.add(strategy.choose(shift.asks().build()).agent().orElseThrow());
        }

        assertThat(got).isEqualTo(Shift.agents("ola kari per ola kari per"));
    }

    @Test
    void tickets_are_read_once_and_of_those_present_only() {
        Shift shift = Shift.of(team("a: ola kari per")).absent("per").open("ola", 1);

        strategy.choose(shift.asks().build());

        assertThat(shift.reads)
                .containsExactly("presence of ola", "presence of kari", "presence of per", "open tickets of kari ola");
    }

    @Test
    void loads_even_out_and_stay_within_capacity_whatever_comes() {
        long seed = Long.getLong("svar.seed", 20_261_122L);
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            List<AgentProfile> profiles = new ArrayList<>();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                profiles.add(AgentProfile.of(agent("a" + i)).withCapacity(random.nextInt(1, 9)));
            }
            List<AgentId> members = profiles.stream().map(AgentProfile::agent).toList();
            Shift shift =
                    new Shift(Roster.of(List.of(new Team(new TeamId("a"), "A", members, Optional.empty())), profiles));
            int room = profiles.stream().mapToInt(AgentProfile::capacity).sum();

            Map<AgentId, Integer> given = shift.giveAway(room + 5, strategy);

            Map<AgentId, Integer> capacities = new HashMap<>();
            profiles.forEach(p -> capacities.put(p.agent(), p.capacity()));
            assertThat(given).as("seed %d run %d", seed, run).isEqualTo(capacities);
        }
    }
}
