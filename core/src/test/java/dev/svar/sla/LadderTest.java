package dev.svar.sla;

import static dev.svar.sla.TicketUnderSla.at;
import static dev.svar.ticket.SlaTarget.FIRST_RESPONSE;
import static dev.svar.ticket.SlaTarget.RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.AgentId;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Four hours for an answer; steps at the breach, two and six hours after it. In Oslo, Monday to Friday 9 to 17. */
final class LadderTest {
    private static final BusinessCalendar OSLO = BusinessCalendar.standard(ZoneId.of("Europe/Oslo"));
    private static final SlaAction BERIT = new SlaAction.AssignTo(new AgentId("berit"));
    private static final SlaPolicy POLICY = SlaPolicy.builder(OSLO)
            .promise(FIRST_RESPONSE, Priority.NORMAL, Duration.ofHours(4))
            .promise(FIRST_RESPONSE, Priority.HIGH, Duration.ofHours(1))
            .promise(
                    RESOLUTION,
                    SlaPromise.builder()
                            .time(Duration.ofHours(8))
                            .warnAtPercent(50, 80)
                            .warnBefore(Duration.ofMinutes(30))
                            .noDelayNotice()
                            .escalate(Duration.ofHours(1))
                            .build())
            .escalateTo(new AgentId("berit"))
            .escalate(Duration.ofHours(2), new SlaAction.AddTag(new Tag("late")))
            .escalate(Duration.ofHours(6), new SlaAction.RaisePriority(Priority.HIGH))
            .build();

    private final TicketUnderSla life = TicketUnderSla.opened(POLICY, Priority.NORMAL, "2026-12-01T09:00:00+01:00");

    private TicketUnderSla broken() {
        return life.reached(FIRST_RESPONSE, SlaLevel.BREACH, 1, "2026-12-01T13:00:00+01:00");
    }

    @Test
    void a_ladder_is_climbed_in_business_time_once_the_breach_is_recorded() {
        assertThat(life.timersOf(FIRST_RESPONSE)).noneMatch(t -> t.startsWith("escalation"));
        assertThat(broken().timersOf(FIRST_RESPONSE))
                .containsExactly(
                        "delay_notice 2026-12-01T11:36:00Z",
                        "escalation_1 2026-12-01T12:00:00Z",
                        "escalation_2 2026-12-01T14:00:00Z",
                        "escalation_3 2026-12-02T10:00:00Z");
        life.reached(FIRST_RESPONSE, SlaLevel.escalation(1), 1, "2026-12-01T13:00:00+01:00")
                .reached(FIRST_RESPONSE, SlaLevel.DELAY_NOTICE, 1, "2026-12-01T13:00:00+01:00");
        assertThat(life.timersOf(FIRST_RESPONSE))
                .containsExactly("escalation_2 2026-12-01T14:00:00Z", "escalation_3 2026-12-02T10:00:00Z");
    }

    @Test
    void whoever_was_away_for_long_finds_all_that_is_due_with_the_ladder_in_its_order() {
        assertThat(life.clocks().due(life.ticket(), SlaPolicies.of(POLICY), at("2026-12-01T15:00:00+01:00")))
                .extracting(timer -> timer.target() + " " + timer.level())
                .containsExactly(
                        "FIRST_RESPONSE warning",
                        "FIRST_RESPONSE delay_notice",
                        "RESOLUTION warning",
                        "FIRST_RESPONSE breach",
                        "FIRST_RESPONSE escalation_1",
                        "FIRST_RESPONSE escalation_2");
    }

    @Test
    void a_paused_ticket_climbs_no_further_and_goes_on_with_the_rest_of_the_wait() {
        broken().status(Status.PENDING, "2026-12-01T14:00:00+01:00");
        assertThat(life.timers()).isEmpty();

        life.status(Status.OPEN, "2026-12-03T10:00:00+01:00");
        assertThat(life.timersOf(FIRST_RESPONSE))
                .contains("escalation_2 2026-12-03T10:00:00Z", "escalation_3 2026-12-03T14:00:00Z");
        assertThat(life.clock(FIRST_RESPONSE).due()).isEqualTo(at("2026-12-01T13:00:00+01:00"));
    }

    @Test
    void a_snoozed_ticket_warns_nobody_and_climbs_no_ladder_until_it_comes_back() {
        life.snoozed("2026-12-02T09:00:00+01:00", "2026-12-01T10:00:00+01:00");
        assertThat(life.timersOf(FIRST_RESPONSE))
                .containsExactly("delay_notice 2026-12-01T11:36:00Z", "breach 2026-12-01T12:00:00Z");
        broken();
        assertThat(life.timersOf(FIRST_RESPONSE)).containsExactly("delay_notice 2026-12-01T11:36:00Z");

        life.woken("2026-12-02T09:00:00+01:00");
        assertThat(life.timersOf(FIRST_RESPONSE))
                .contains("escalation_1 2026-12-01T12:00:00Z", "escalation_3 2026-12-02T10:00:00Z");
    }

    @Test
    void an_answer_ends_the_climb() {
        broken().replied(Status.OPEN, "2026-12-01T14:00:00+01:00");

        assertThat(life.timersOf(FIRST_RESPONSE)).isEmpty();
        assertThat(life.clock(FIRST_RESPONSE).missed(at("2027-01-01T00:00:00+01:00")))
                .isTrue();
    }

    @Test
    void a_new_priority_moves_no_step_of_a_broken_promise() {
        broken().priority(Priority.HIGH, "2026-12-01T13:30:00+01:00");

        assertThat(life.timersOf(FIRST_RESPONSE))
                .contains("escalation_2 2026-12-01T14:00:00Z", "escalation_3 2026-12-02T10:00:00Z");
        assertThat(life.clock(FIRST_RESPONSE).allowed()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void a_promise_can_have_warnings_and_a_ladder_of_its_own() {
        assertThat(life.timersOf(RESOLUTION))
                .containsExactly(
                        "warning 2026-12-01T12:00:00Z",
                        "warning_2 2026-12-01T14:24:00Z",
                        "warning_3 2026-12-01T15:30:00Z",
                        "breach 2026-12-01T16:00:00Z");
        assertThat(POLICY.ladder(RESOLUTION)).containsExactly(new SlaStep(Duration.ofHours(1), List.of()));
        assertThat(POLICY.ladder(FIRST_RESPONSE))
                .hasSize(3)
                .first()
                .extracting(SlaStep::actions)
                .asList()
                .containsExactly(BERIT);
    }

    @Test
    void a_ladder_that_cannot_be_climbed_is_refused() {
        SlaPromise.Builder promise = SlaPromise.builder().escalate(Duration.ofHours(2));

        assertThatThrownBy(() -> promise.escalate(Duration.ofHours(1))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> promise.escalate(Duration.ofHours(-1))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> promise.time(SlaPromise.MAX_TIME.plusSeconds(1)))
                .hasMessageStartingWith("sla.time is PT87840H1S");
        assertThatThrownBy(() -> promise.pausedIn(StatusCategory.OPEN)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> promise.warnBefore(Duration.ZERO)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void a_promise_shorter_than_the_time_before_its_end_is_warned_of_at_once() {
        SlaPolicy policy = SlaPolicy.builder(OSLO)
                .promise(
                        SlaTarget.FIRST_RESPONSE,
                        SlaPromise.builder()
                                .time(Duration.ofMinutes(10))
                                .warnBefore(Duration.ofHours(1))
                                .build())
                .build();

        assertThat(TicketUnderSla.opened(policy, Priority.LOW, "2026-12-01T10:00:00+01:00")
                        .timersOf(FIRST_RESPONSE))
                .first()
                .isEqualTo("warning 2026-12-01T09:00:00Z");
    }
}
