package dev.svar.sla;

import static dev.svar.ticket.StatusCategory.PENDING_CUSTOMER;
import static dev.svar.ticket.StatusCategory.SOLVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import dev.svar.ticket.SilenceStep;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.TicketRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ask after three days, warn four days later, close another three days later. */
final class SilencePlanTest {
    private static final SilencePlan PLAN = SilencePlan.builder()
            .step(PENDING_CUSTOMER, Duration.ofDays(3), SilenceStep.ASK)
            .step(PENDING_CUSTOMER, Duration.ofDays(4), SilenceStep.WARN)
            .step(PENDING_CUSTOMER, Duration.ofDays(3), SilenceStep.CLOSE)
            .step(SOLVED, Duration.ofDays(14), SilenceStep.CLOSE)
            .build();

    private final SilentTicket ticket = new SilentTicket();
    private final Instant asked = ticket.now();

    private Optional<SilencePlan.Next> next() {
        return PLAN.next(ticket.ticket());
    }

    private static Optional<SilencePlan.Next> next(SilenceStep step, Instant at) {
        return Optional.of(new SilencePlan.Next(step, at));
    }

    @Test
    void each_step_is_taken_once_and_the_last_one_closes() {
        ticket.becomes(Status.PENDING);
        assertThat(next()).isEqualTo(next(SilenceStep.ASK, asked.plus(Duration.ofDays(3))));
        ticket.later(Duration.ofDays(3)).takes(PLAN);
        assertThat(next()).isEqualTo(next(SilenceStep.WARN, asked.plus(Duration.ofDays(7))));
        ticket.later(Duration.ofDays(4)).takes(PLAN);
        assertThat(next()).isEqualTo(next(SilenceStep.CLOSE, asked.plus(Duration.ofDays(10))));
        ticket.later(Duration.ofDays(3)).takes(PLAN);

        assertThat(ticket.ticket().status()).isEqualTo(Status.CLOSED);
        assertThat(next()).isEmpty();
    }

    @Test
    void after_an_outage_the_steps_do_not_come_all_at_once() {
        ticket.becomes(Status.PENDING);
        ticket.later(Duration.ofDays(60)).takes(PLAN);

        assertThat(next()).isEqualTo(next(SilenceStep.WARN, ticket.now().plus(Duration.ofDays(4))));
        assertThat(PLAN.closesAt(ticket.ticket())).contains(ticket.now().plus(Duration.ofDays(7)));
    }

    @Test
    void a_customers_message_ends_the_silence_and_the_next_one_begins_with_the_first_step() {
        ticket.becomes(Status.PENDING);
        ticket.later(Duration.ofDays(3)).takes(PLAN);
        ticket.later(Duration.ofDays(1)).customerWrites();
        assertThat(next()).isEmpty();
        ticket.becomes(Status.PENDING);

        assertThat(next()).isEqualTo(next(SilenceStep.ASK, ticket.now().plus(Duration.ofDays(3))));
    }

    @Test
    void another_status_has_steps_of_its_own() {
        ticket.becomes(Status.PENDING);
        ticket.later(Duration.ofDays(3)).takes(PLAN);
        ticket.becomes(Status.SOLVED);

        assertThat(next()).isEqualTo(next(SilenceStep.CLOSE, ticket.now().plus(Duration.ofDays(14))));
        ticket.becomes(Status.ON_HOLD);
        assertThat(next()).isEmpty();
        assertThat(PLAN.closesAt(ticket.ticket())).isEmpty();
    }

    @Test
    void the_close_is_foretold_from_any_step() {
        ticket.becomes(Status.PENDING);
        assertThat(PLAN.closesAt(ticket.ticket())).contains(asked.plus(Duration.ofDays(10)));
        ticket.later(Duration.ofDays(3)).takes(PLAN);
        assertThat(PLAN.closesAt(ticket.ticket())).contains(asked.plus(Duration.ofDays(10)));
        SilencePlan asksOnly = SilencePlan.builder()
                .step(PENDING_CUSTOMER, Duration.ofDays(3), SilenceStep.ASK)
                .build();

        assertThat(asksOnly.closesAt(ticket.ticket())).isEmpty();
        assertThat(asksOnly.next(ticket.ticket())).isEmpty();
    }

    @Test
    void nothing_happens_to_spam_and_the_silence_begins_anew_after_it() {
        ticket.becomes(Status.PENDING);
        ticket.later(Duration.ofDays(3)).takes(PLAN);
        ticket.spam(true);
        assertThat(next()).isEmpty();
        assertThat(PLAN.closesAt(ticket.ticket())).isEmpty();
        ticket.later(Duration.ofDays(90)).spam(false);

        assertThat(next()).isEqualTo(next(SilenceStep.ASK, ticket.now().plus(Duration.ofDays(3))));
    }

    @Test
    void business_time_takes_no_step_at_night_or_on_a_sunday() {
        SilencePlan plan = SilencePlan.builder()
                .step(PENDING_CUSTOMER, Duration.ofHours(16), SilenceStep.ASK)
                .step(PENDING_CUSTOMER, Duration.ofHours(8), SilenceStep.CLOSE)
                .calendar(BusinessCalendar.standard(Times.OSLO))
                .build();
        ticket.becomes(Status.PENDING); // Thursday 11:00 in Oslo

        assertThat(plan.next(ticket.ticket())).isEqualTo(next(SilenceStep.ASK, Times.at("2026-12-07T11:00:00+01:00")));
        assertThat(plan.closesAt(ticket.ticket())).contains(Times.at("2026-12-08T11:00:00+01:00"));
    }

    @ParameterizedTest
    @EnumSource(
            value = StatusCategory.class,
            names = {"PENDING_CUSTOMER", "SOLVED"},
            mode = EnumSource.Mode.EXCLUDE)
    void silence_counts_only_where_it_is_the_customers_turn(StatusCategory category) {
        assertThatThrownBy(() -> SilencePlan.builder().step(category, Duration.ofDays(1), SilenceStep.ASK))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("silence.in is " + category
                        + ", a customer's silence counts in PENDING_CUSTOMER and SOLVED only");
    }

    @Test
    void plans_have_limits() {
        SilencePlan.Builder builder = SilencePlan.builder();
        for (Duration wait : new Duration[] {Duration.ZERO, Duration.ofDays(-1), Duration.ofDays(367)}) {
            assertThatThrownBy(() -> builder.step(SOLVED, wait, SilenceStep.ASK))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageStartingWith("silence.wait is " + wait);
        }
        builder.step(SOLVED, Duration.ofDays(366), SilenceStep.CLOSE);
        assertThatThrownBy(() -> builder.step(SOLVED, Duration.ofDays(1), SilenceStep.ASK))
                .hasMessage("silence.step comes after the close, which is the last");
        for (int i = 0; i < SilencePlan.MAX_STEPS; i++) {
            builder.step(PENDING_CUSTOMER, Duration.ofDays(1), SilenceStep.ASK);
        }
        assertThatThrownBy(() -> builder.step(PENDING_CUSTOMER, Duration.ofDays(1), SilenceStep.ASK))
                .hasMessage("silence.steps holds 11 elements, at most 10 are allowed");
    }

    @Test
    void a_plan_that_closes_needs_a_table_that_lets_it() {
        TicketRules strict =
                TicketRules.builder().forbid(SOLVED, StatusCategory.CLOSED).build();

        assertThatThrownBy(() -> PLAN.check(strict))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("silence.SOLVED closes tickets, but the transition to CLOSED is not allowed");
        assertThatCode(() -> PLAN.check(TicketRules.standard())).doesNotThrowAnyException();
        assertThatCode(() -> SilencePlan.none().check(strict)).doesNotThrowAnyException();
    }
}
