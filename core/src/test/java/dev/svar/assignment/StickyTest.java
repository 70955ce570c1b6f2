package dev.svar.assignment;

import static dev.svar.assignment.Shift.agent;
import static dev.svar.assignment.Shift.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.TeamId;
import dev.svar.sla.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StickyTest {
    private static final TeamId A = new TeamId("a");
    private static final TeamId B = new TeamId("b");
    private final AssignmentStrategy sticky = AssignmentStrategy.sticky();

    /** ola → kari → per → ola, in two teams. */
    private static Shift shift() {
        return new Shift(Roster.of(
                List.of(team("a: ola liv"), team("b: kari per")),
                List.of(
                        AgentProfile.of(agent("ola")).withDeputy(agent("kari")),
                        AgentProfile.of(agent("kari")).withDeputy(agent("per")),
                        AgentProfile.of(agent("per")).withDeputy(agent("ola")))));
    }

    @ParameterizedTest
    @CsvSource({
        "'',           ola,  a, served this customer last",
        "liv kari,     ola,  a, served this customer last",
        "ola,          kari, b, 'served this customer last: ola, not available|deputy of ola'",
        "ola kari,     per,  b, 'served this customer last: ola, not available|deputy of ola: kari, not available|deputy of kari'",
    })
    void the_agent_who_served_last_gets_it_or_a_deputy(String absent, String chosen, TeamId team, String reasons) {
        Shift shift = shift().lastServedBy("ola").absent(absent);

        assertThat(sticky.choose(shift.asks().build()))
                .isEqualTo(AssignmentAnswer.toAgent(agent(chosen), team, List.of(reasons.split("\\|", -1))));
    }

    @Test
    void without_a_deputy_the_team_of_that_agent_gets_it() {
        AssignmentAnswer answer = sticky.choose(
                shift().lastServedBy("ola").absent("ola kari per").asks().build());

        assertThat(answer.agent()).isEmpty();
        assertThat(answer.team()).contains(A);
        assertThat(answer.reasons()).last().isEqualTo("team of ola");
    }

    @Test
    void another_strategy_chooses_within_the_team_of_that_agent_first() {
        Shift shift = new Shift(Roster.of(List.of(team("a: ada"), team("b: bo ben bea")), List.of()))
                .lastServedBy("ben")
                .absent("ben bo");

        assertThat(sticky.orElse(AssignmentStrategy.leastLoaded())
                        .choose(shift.asks().build()))
                .isEqualTo(AssignmentAnswer.toAgent(
                        agent("bea"),
                        B,
                        List.of(
                                "served this customer last: ben, not available",
                                "team of ben",
                                "fewest open tickets: 0 of 20")));
    }

    @Test
    void then_everybody_is_asked() {
        Shift shift = shift().lastServedBy("liv").absent("liv ola");

        AssignmentAnswer answer = sticky.orElse(AssignmentStrategy.roundRobin())
                .choose(shift.asks().build());

        assertThat(answer.agent()).contains(agent("kari"));
        assertThat(answer.team()).contains(B);
    }

    @Test
    void when_nobody_is_there_at_all_it_waits_in_the_team_of_that_agent() {
        Shift shift = shift().lastServedBy("per").absent("ola liv kari per");

        AssignmentAnswer answer = sticky.orElse(AssignmentStrategy.roundRobin())
                .choose(shift.asks().build());

        assertThat(answer.agent()).isEmpty();
        assertThat(answer.team()).contains(B);
    }

    @Test
    void a_new_customer_has_no_agent_yet() {
        assertThat(sticky.choose(shift().asks().build()))
                .isEqualTo(AssignmentAnswer.nobody(Optional.empty(), List.of("nobody has served this customer yet")));
        assertThat(sticky.orElse(AssignmentStrategy.roundRobin())
                        .choose(shift().asks().build())
                        .reasons())
                .containsExactly("nobody has served this customer yet", "next in turn of 4 present");
    }

    @Test
    void somebody_who_left_may_have_a_deputy() {
        Shift shift = new Shift(Roster.of(
                        List.of(team("a: ola")),
                        List.of(AgentProfile.of(agent("gone")).withDeputy(agent("ola")))))
                .lastServedBy("gone");

        assertThat(sticky.choose(shift.asks().build()).reasons())
                .containsExactly("served this customer last: gone, not in all teams", "deputy of gone");
    }

    @Test
    void somebody_who_left_without_a_deputy_leaves_the_customer_to_all() {
        Shift shift = shift().lastServedBy("gone");

        assertThat(sticky.choose(shift.asks().build()).isNobody()).isTrue();
    }

    @Test
    void the_team_of_the_ticket_goes_before_the_customers_agent() {
        Shift shift = shift().lastServedBy("ola");
        AssignmentQuestion question = shift.asks().team(Optional.of(B)).build();

        assertThat(sticky.choose(question))
                .isEqualTo(AssignmentAnswer.toAgent(
                        agent("kari"), B, List.of("served this customer last: ola, not in team b", "deputy of ola")));
    }

    @Test
    void outside_the_hours_of_that_agent_it_is_asked_again_when_the_team_opens() {
        ZoneId oslo = ZoneId.of("Europe/Oslo");
        Shift shift = Shift.of(
                        team("a: ola").withHours(BusinessCalendar.standard(oslo)),
                        team("b: kari")
                                .withHours(BusinessCalendar.builder(oslo)
                                        .open(DayOfWeek.SATURDAY, "10:00-12:00")
                                        .build()))
                .lastServedBy("ola");

        assertThat(sticky.choose(
                        shift.asks(Instant.parse("2026-11-20T20:00:00Z")).build()))
                .isEqualTo(AssignmentAnswer.nobody(
                        Optional.of(Instant.parse("2026-11-23T08:00:00Z")),
                        List.of("served this customer last: ola, outside working hours")));
    }

    @Test
    void it_pays_for_one_read_when_the_agent_is_there() {
        Shift shift = shift().lastServedBy("ola");

        sticky.orElse(AssignmentStrategy.leastLoaded()).choose(shift.asks().build());

        assertThat(shift.reads).containsExactly("last served", "presence of ola");
    }
}
