package dev.svar.assignment;

import static dev.svar.assignment.Shift.agent;
import static dev.svar.assignment.Shift.team;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.TeamId;
import dev.svar.error.InvalidValueException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompositionTest {
    private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    private static final AssignmentStrategy UNTIL_NINE =
            question -> AssignmentAnswer.nobody(Optional.of(NINE), List.of("nine"));
    private static final AssignmentStrategy UNTIL_EIGHT =
            question -> AssignmentAnswer.nobody(Optional.of(EIGHT), List.of("eight"));
    private static final AssignmentStrategy FOREVER =
            question -> AssignmentAnswer.nobody(Optional.empty(), List.of("ever"));

    private final AssignmentQuestion question =
            Shift.of(team("a: ola"), team("b: kari")).asks().build();

    @Test
    void nobody_twice_is_asked_again_at_the_earlier_time_for_both_reasons() {
        assertThat(UNTIL_NINE.orElse(FOREVER).orElse(UNTIL_EIGHT).choose(question))
                .isEqualTo(AssignmentAnswer.nobody(Optional.of(EIGHT), List.of("nine", "ever", "eight")));
    }

    @Test
    void an_agent_goes_before_a_team_and_a_team_before_nobody() {
        AssignmentStrategy teamA = q -> AssignmentAnswer.toTeam(new TeamId("a"), List.of("team"));
        AssignmentStrategy kari = q -> q.isPresent(agent("kari"))
                ? q.answer(agent("kari"), List.of("kari"))
                : AssignmentAnswer.nobody(Optional.empty(), List.of("not kari"));

        assertThat(teamA.orElse(kari).choose(question))
                .isEqualTo(AssignmentAnswer.toAgent(agent("kari"), new TeamId("b"), List.of("team", "kari")));
        assertThat(FOREVER.orElse(teamA).orElse(FOREVER).choose(question))
                .isEqualTo(AssignmentAnswer.toTeam(new TeamId("a"), List.of("ever", "team")));
    }

    @Test
    void strategies_that_are_tried_in_a_row_pay_for_each_fact_once() {
        Shift shift = Shift.of(team("a: ola kari")).open("ola", 20).open("kari", 20);
        AssignmentStrategy leastLoaded = AssignmentStrategy.leastLoaded();

        leastLoaded
                .orElse(leastLoaded)
                .orElse(AssignmentStrategy.roundRobin().withinCapacity())
                .choose(shift.asks().build());

        assertThat(shift.reads).containsExactly("presence of ola", "presence of kari", "open tickets of kari ola");
    }

    @Test
    void a_question_sees_the_same_people_while_they_come_and_go() {
        Shift shift = Shift.of(team("a: ola kari"));
        AssignmentQuestion asked = shift.asks().build();

        assertThat(asked.present()).hasSize(2);
        shift.absent("ola kari");

        assertThat(asked.answer(agent("ola"), List.of("still there")).agent()).contains(agent("ola"));
    }

    @Test
    void a_question_draws_one_turn_of_a_rotation() {
        Shift shift = Shift.of(team("a: ola kari"));
        AssignmentQuestion asked = shift.asks().build();
        AssignmentStrategy strategy = AssignmentStrategy.roundRobin();

        assertThat(strategy.choose(asked)).isEqualTo(strategy.choose(asked));
        assertThat(strategy.choose(shift.asks().build()).agent()).contains(agent("kari"));
    }

    @Test
    void narrowing_adds_up_and_holds_across_teams() {
        AssignmentQuestion asked = Shift.of(team("a: ola kari"), team("b: per liv"))
                .asks()
                .team(Optional.of(new TeamId("a")))
                .build()
                .among("is not ola", profile -> !profile.agent().equals(agent("ola")))
                .among("is not per", profile -> !profile.agent().equals(agent("per")));

        assertThat(asked.present()).extracting(AgentProfile::agent).isEqualTo(Shift.agents("kari"));
        assertThat(asked.acrossTeams().present())
                .extracting(AgentProfile::agent)
                .isEqualTo(Shift.agents("kari liv"));
        assertThat(asked.acrossTeams()
                        .passingOver(Set.of(agent("kari")))
                        .passingOver(Set.of(agent("liv")))
                        .present())
                .isEmpty();
    }

    @Test
    void within_capacity_takes_the_full_for_absent() {
        Shift shift = Shift.of(team("a: ola kari per")).open("ola", 20).lastServedBy("ola");

        assertThat(AssignmentStrategy.roundRobin()
                        .withinCapacity()
                        .choose(shift.asks().build()))
                .isEqualTo(AssignmentAnswer.toAgent(
                        agent("kari"),
                        new TeamId("a"),
                        List.of("at capacity: 1 of 3 present", "next in turn of 2 present")));
        AssignmentAnswer sticky =
                AssignmentStrategy.sticky().withinCapacity().choose(shift.asks().build());
        assertThat(sticky.agent()).isEmpty();
        assertThat(sticky.team()).contains(new TeamId("a"));
    }

    @Test
    void a_strategy_of_the_host_cannot_give_it_to_somebody_who_is_not_there() {
        assertThatThrownBy(() -> question.answer(agent("stranger"), List.of("why not")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("answer.agent is stranger, who is not present now (all teams)");
        assertThatThrownBy(() -> question.within(new TeamId("gone"))).isInstanceOf(UnknownTeamException.class);
        assertThatThrownBy(() -> question.inTurn("mine", List.of())).hasMessageContaining("candidates is empty");
    }

    @Test
    void the_name_of_a_rotation_is_bounded() {
        AssignmentQuestion narrow = question.among("x".repeat(AssignmentFacts.MAX_ROTATION_LENGTH), agent -> true);

        assertThatThrownBy(() -> AssignmentStrategy.roundRobin().choose(narrow))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("rotation is 526 characters long, at most 500 are allowed");
    }

    @Test
    void an_answer_has_a_reason_and_no_time_to_ask_again_when_somebody_was_chosen() {
        assertThatThrownBy(() -> AssignmentAnswer.nobody(Optional.empty(), List.of()))
                .hasMessage("answer.reasons is empty, an answer needs at least one reason");
        assertThatThrownBy(() -> new AssignmentAnswer(
                        Optional.of(agent("ola")), Optional.empty(), Optional.of(NINE), List.of("both")))
                .hasMessage("answer.retryAt is set although somebody was chosen");
    }

    @Test
    void the_last_reasons_are_kept_when_there_are_too_many() {
        AssignmentStrategy many = IntStream.range(0, AssignmentAnswer.MAX_REASONS + 3)
                .mapToObj(i ->
                        (AssignmentStrategy) q -> AssignmentAnswer.nobody(Optional.empty(), List.of("reason " + i)))
                .collect(Collectors.reducing(AssignmentStrategy::orElse))
                .orElseThrow();

        assertThat(many.choose(question).reasons())
                .hasSize(AssignmentAnswer.MAX_REASONS)
                .startsWith("reason 3")
                .endsWith("reason 52");
    }
}
