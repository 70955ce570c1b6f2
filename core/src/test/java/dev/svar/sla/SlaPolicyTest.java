package dev.svar.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SlaPolicyTest {
    private static final BusinessCalendar OSLO = BusinessCalendar.standard(ZoneId.of("Europe/Oslo"));

    @ParameterizedTest
    @CsvSource({"LOW, PT24H, PT72H", "NORMAL, PT8H, PT24H", "HIGH, PT1H, PT4H", "URGENT, PT30M, PT2H"})
    void the_standard_policy_promises_what_its_contract_says(Priority priority, Duration answer, Duration solution) {
        SlaPolicy policy = SlaPolicy.standard(OSLO);

        assertThat(policy.allowed(SlaTarget.FIRST_RESPONSE, priority)).contains(answer);
        assertThat(policy.allowed(SlaTarget.NEXT_RESPONSE, priority)).contains(answer);
        assertThat(policy.allowed(SlaTarget.RESOLUTION, priority)).contains(solution);
        assertThat(policy.escalateTo()).isEmpty();
    }

    @Test
    void a_policy_that_was_told_nothing_promises_nothing() {
        SlaPolicy policy = SlaPolicy.builder(OSLO).build();

        assertThat(policy.allowed(SlaTarget.FIRST_RESPONSE, Priority.URGENT)).isEmpty();
        assertThat(TicketUnderSla.opened(policy, Priority.URGENT, "2026-12-01T10:00:00+01:00")
                        .clocks())
                .isEqualTo(SlaClocks.none());
    }

    @Test
    void the_new_time_of_a_late_answer_is_half_as_long_again_in_business_time() {
        SlaPolicy policy = SlaPolicy.standard(OSLO);
        SlaClock clock = TicketUnderSla.opened(policy, Priority.NORMAL, "2026-12-04T09:00:00+01:00")
                .clock(SlaTarget.FIRST_RESPONSE);

        assertThat(policy.newDue(clock, Instant.parse("2026-12-04T15:00:00Z"))).isEqualTo("2026-12-07T12:00:00Z");
        assertThat(policy.newDue(clock, Instant.parse("2026-12-07T11:00:00Z"))).isEqualTo("2026-12-07T15:00:00Z");
    }

    @Test
    void the_shares_can_be_chosen() {
        SlaPolicy policy = SlaPolicy.builder(OSLO)
                .promise(SlaTarget.FIRST_RESPONSE, Priority.NORMAL, Duration.ofHours(1))
                .warnAtPercent(50)
                .delayNoticeAtPercent(80)
                .extensionPercent(100)
                .build();
        TicketUnderSla life = TicketUnderSla.opened(policy, Priority.NORMAL, "2026-12-01T10:00:00+01:00");

        assertThat(life.timersOf(SlaTarget.FIRST_RESPONSE))
                .containsExactly(
                        "warning 2026-12-01T09:30:00Z",
                        "delay_notice 2026-12-01T09:48:00Z",
                        "breach 2026-12-01T10:00:00Z");
        assertThat(policy.newDue(life.clock(SlaTarget.FIRST_RESPONSE), Instant.parse("2026-12-01T09:48:00Z")))
                .isEqualTo("2026-12-01T11:00:00Z");
    }

    @Test
    void a_promise_that_cannot_be_is_refused_by_name() {
        SlaPolicy.Builder builder = SlaPolicy.builder(OSLO);

        assertThatThrownBy(() -> builder.promise(SlaTarget.FIRST_RESPONSE, Priority.LOW, Duration.ZERO))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("sla.first_response is PT0S");
        assertThatThrownBy(() -> builder.warnAtPercent(0)).hasMessageStartingWith("sla.warnAtPercent is 0");
        assertThatThrownBy(() -> builder.warnAtPercent(100)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> builder.delayNoticeAtPercent(100)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> builder.extensionPercent(0)).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T17:00:00+01:00, PT10H, 2026-12-01T19:45:00Z, breaks in the night: before it begins",
        "2026-12-01T12:00:00+01:00, PT21H, 2026-12-02T07:00:00Z, breaks after the night: when it ends",
        "2026-12-01T08:00:00+01:00, PT10H, 2026-12-01T16:00:00Z, by day",
        "2026-12-01T22:00:00+01:00, PT2H, 2026-12-01T19:45:00Z, begins and breaks in the night: the night decides",
    })
    void a_delay_notice_is_told_before_the_promise_breaks_and_never_in_the_night(
            String opened, Duration allowed, Instant told, String why) {
        SlaPolicy.Builder builder = SlaPolicy.builder(BusinessCalendar.roundTheClock(ZoneId.of("Europe/Oslo")))
                .promise(SlaTarget.FIRST_RESPONSE, Priority.NORMAL, allowed);

        assertThat(TicketUnderSla.opened(builder.build(), Priority.NORMAL, opened)
                        .timersOf(SlaTarget.FIRST_RESPONSE))
                .as(why)
                .contains("delay_notice " + told);
        assertThat(TicketUnderSla.opened(builder.noQuietHours().build(), Priority.NORMAL, opened)
                        .timersOf(SlaTarget.FIRST_RESPONSE))
                .contains("delay_notice "
                        + TicketUnderSla.at(opened).plus(allowed.multipliedBy(9).dividedBy(10)));
        assertThat(TicketUnderSla.opened(builder.noDelayNotices().build(), Priority.NORMAL, opened)
                        .timersOf(SlaTarget.FIRST_RESPONSE))
                .noneMatch(timer -> timer.startsWith("delay_notice"));
    }
}
