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
                        "WARNING 2026-12-01T09:30:00Z",
                        "DELAY_NOTICE 2026-12-01T09:48:00Z",
                        "BREACH 2026-12-01T10:00:00Z");
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
}
