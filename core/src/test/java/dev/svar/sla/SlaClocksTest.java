package dev.svar.sla;

import static dev.svar.sla.TicketUnderSla.at;
import static dev.svar.ticket.SlaTarget.FIRST_RESPONSE;
import static dev.svar.ticket.SlaTarget.NEXT_RESPONSE;
import static dev.svar.ticket.SlaTarget.RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.sla.SlaClock.State;
import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Status;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In Oslo, Monday to Friday 9 to 17; the clocks go back in the night to Sunday 25 October 2026. */
final class SlaClocksTest {
    private static final SlaPolicy POLICY = SlaPolicy.standard(BusinessCalendar.standard(ZoneId.of("Europe/Oslo")));

    private static TicketUnderSla opened(String at) {
        return TicketUnderSla.opened(POLICY, Priority.NORMAL, at);
    }

    private static void assertClock(SlaClock clock, State state, Duration spent, String due) {
        assertThat(clock.state()).isEqualTo(state);
        assertThat(clock.spent()).isEqualTo(spent);
        assertThat(clock.due()).isEqualTo(at(due));
    }

    @Test
    void opening_starts_the_first_response_and_the_resolution() {
        TicketUnderSla life = opened("2026-12-01T10:00:00+01:00");

        assertThat(life.clocks().all()).extracting(SlaClock::target).containsExactly(FIRST_RESPONSE, RESOLUTION);
        assertClock(life.clock(FIRST_RESPONSE), State.RUNNING, Duration.ZERO, "2026-12-02T10:00:00+01:00");
        assertClock(life.clock(RESOLUTION), State.RUNNING, Duration.ZERO, "2026-12-04T10:00:00+01:00");
        assertThat(life.clocks().all())
                .allSatisfy(c -> assertThat(c.startedAt()).isEqualTo(at("2026-12-01T10:00:00+01:00")));
        assertThat(life.clocks().next().orElseThrow().target()).isEqualTo(FIRST_RESPONSE);
    }

    @Test
    void a_promise_spans_the_weekend_and_the_clock_change() {
        TicketUnderSla life = opened("2026-10-23T16:00:00+02:00");

        assertClock(life.clock(FIRST_RESPONSE), State.RUNNING, Duration.ZERO, "2026-10-26T16:00:00+01:00");
        assertClock(life.clock(RESOLUTION), State.RUNNING, Duration.ZERO, "2026-10-28T16:00:00+01:00");
        assertThat(life.timersOf(FIRST_RESPONSE))
                .containsExactly(
                        "warning 2026-10-26T13:00:00Z",
                        "delay_notice 2026-10-26T14:12:00Z",
                        "breach 2026-10-26T15:00:00Z");
    }

    @Test
    void a_reply_fulfills_the_first_response_and_leaves_the_resolution_waiting() {
        TicketUnderSla life = opened("2026-10-23T16:00:00+02:00").replied(Status.PENDING, "2026-10-26T10:30:00+01:00");

        assertThat(life.clock(FIRST_RESPONSE).state()).isEqualTo(State.FULFILLED);
        assertThat(life.clock(FIRST_RESPONSE).spent()).isEqualTo(Duration.ofMinutes(150));
        assertThat(life.clock(FIRST_RESPONSE).breached()).isFalse();
        assertThat(life.clock(RESOLUTION).state()).isEqualTo(State.PAUSED);
        assertThat(life.clock(RESOLUTION).spent()).isEqualTo(Duration.ofMinutes(150));
        assertThat(life.timers()).isEmpty();
        assertThat(life.clocks().next()).isEmpty();
    }

    @Test
    void time_in_which_the_ticket_waits_for_the_customer_does_not_count() {
        TicketUnderSla life = opened("2026-10-22T15:00:00+02:00")
                .replied(Status.PENDING, "2026-10-23T09:30:00+02:00")
                .customerWrites("2026-10-26T11:00:00+01:00");

        assertClock(life.clock(RESOLUTION), State.RUNNING, Duration.ofMinutes(150), "2026-10-28T16:30:00+01:00");
        assertClock(life.clock(NEXT_RESPONSE), State.RUNNING, Duration.ZERO, "2026-10-27T11:00:00+01:00");
        assertThat(life.timersOf(RESOLUTION))
                .containsExactly(
                        "warning 2026-10-28T09:30:00Z",
                        "delay_notice 2026-10-28T13:06:00Z",
                        "breach 2026-10-28T15:30:00Z");
    }

    @Test
    void many_short_pauses_lose_no_time() {
        TicketUnderSla life = opened("2026-12-01T09:00:00+01:00");
        for (int hour = 9; hour < 16; hour++) {
            String day = "2026-12-01T" + (hour < 10 ? "0" : "") + hour;
            life.status(Status.PENDING, day + ":20:00.000001+01:00").status(Status.OPEN, day + ":50:00.000002+01:00");
        }
        life.status(Status.PENDING, "2026-12-01T16:00:00+01:00");

        assertThat(life.clock(RESOLUTION).spent())
                .isEqualTo(Duration.ofMinutes(7 * 30).minusNanos(7 * 1000));
    }

    @Test
    void notes_and_automatic_messages_fulfill_and_start_nothing() {
        TicketUnderSla life = opened("2026-12-01T10:00:00+01:00");
        SlaClocks before = life.clocks();
        life.noted("2026-12-01T11:00:00+01:00").machineWrites("2026-12-01T12:00:00+01:00");

        assertThat(life.clocks()).isEqualTo(before);
        life.replied(Status.PENDING, "2026-12-01T13:00:00+01:00").machineWrites("2026-12-01T13:00:05+01:00");
        assertThat(life.clocks().clock(NEXT_RESPONSE)).isEmpty();
    }

    @Test
    void further_messages_before_the_first_response_start_no_next_response() {
        TicketUnderSla life = opened("2026-12-01T10:00:00+01:00").customerWrites("2026-12-01T11:00:00+01:00");

        assertThat(life.clocks().clock(NEXT_RESPONSE)).isEmpty();
        assertThat(life.clock(FIRST_RESPONSE).startedAt()).isEqualTo(at("2026-12-01T10:00:00+01:00"));
    }

    @Test
    void further_messages_while_one_is_unanswered_start_no_second_cycle() {
        TicketUnderSla life = opened("2026-12-01T10:00:00+01:00")
                .replied(Status.PENDING, "2026-12-01T11:00:00+01:00")
                .customerWrites("2026-12-01T12:00:00+01:00")
                .customerWrites("2026-12-01T14:00:00+01:00");

        assertThat(life.clock(NEXT_RESPONSE).cycle()).isEqualTo(1);
        assertClock(life.clock(NEXT_RESPONSE), State.RUNNING, Duration.ZERO, "2026-12-02T12:00:00+01:00");
    }

    @Test
    void every_answered_message_is_followed_by_a_cycle_of_its_own() {
        TicketUnderSla life = opened("2026-12-01T10:00:00+01:00")
                .replied(Status.PENDING, "2026-12-01T11:00:00+01:00")
                .customerWrites("2026-12-01T12:00:00+01:00")
                .reached(NEXT_RESPONSE, SlaLevel.WARNING, 1, "2026-12-02T10:00:00+01:00")
                .replied(Status.PENDING, "2026-12-02T11:00:00+01:00");

        assertThat(life.clock(NEXT_RESPONSE).state()).isEqualTo(State.FULFILLED);
        assertThat(life.clock(NEXT_RESPONSE).spent()).isEqualTo(Duration.ofHours(7));
        life.customerWrites("2026-12-03T09:00:00+01:00");
        assertThat(life.clock(NEXT_RESPONSE).cycle()).isEqualTo(2);
        assertThat(life.clock(NEXT_RESPONSE).reached()).isEmpty();
        assertClock(life.clock(NEXT_RESPONSE), State.RUNNING, Duration.ZERO, "2026-12-03T17:00:00+01:00");
    }

    @Test
    void solving_fulfills_the_resolution_and_drops_what_nobody_waits_for() {
        TicketUnderSla life = opened("2026-12-01T10:00:00+01:00").status(Status.SOLVED, "2026-12-01T12:00:00+01:00");

        assertThat(life.clock(RESOLUTION).state()).isEqualTo(State.FULFILLED);
        assertThat(life.clock(RESOLUTION).spent()).isEqualTo(Duration.ofHours(2));
        assertThat(life.clock(FIRST_RESPONSE).state()).isEqualTo(State.DROPPED);
        assertThat(life.timers()).isEmpty();
    }

    @Test
    void a_ticket_that_opens_again_goes_on_with_the_time_already_counted() {
        TicketUnderSla life = opened("2026-10-22T15:00:00+02:00")
                .replied(Status.SOLVED, "2026-10-23T10:00:00+02:00")
                .customerWrites("2026-10-26T10:00:00+01:00");

        assertThat(life.clock(RESOLUTION).cycle()).isEqualTo(1);
        assertClock(life.clock(RESOLUTION), State.RUNNING, Duration.ofHours(3), "2026-10-28T15:00:00+01:00");
        assertClock(life.clock(NEXT_RESPONSE), State.RUNNING, Duration.ZERO, "2026-10-27T10:00:00+01:00");
        assertThat(life.clock(FIRST_RESPONSE).state()).isEqualTo(State.FULFILLED);
    }

    @Test
    void a_ticket_that_opens_again_to_wait_for_the_customer_stays_paused() {
        TicketUnderSla life = opened("2026-12-01T10:00:00+01:00")
                .replied(Status.SOLVED, "2026-12-01T12:00:00+01:00")
                .status(Status.PENDING, "2026-12-01T13:00:00+01:00");

        assertThat(life.clock(RESOLUTION).state()).isEqualTo(State.PAUSED);
        assertThat(life.clock(RESOLUTION).spent()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void waiting_for_somebody_inside_pauses_nothing() {
        TicketUnderSla life = opened("2026-12-01T10:00:00+01:00");
        SlaClocks before = life.clocks();

        assertThat(life.status(Status.ON_HOLD, "2026-12-01T11:00:00+01:00").clocks())
                .isEqualTo(before);
    }

    @Test
    void a_new_priority_changes_what_is_allowed_and_keeps_what_was_counted() {
        TicketUnderSla life = opened("2026-12-01T10:00:00+01:00").priority(Priority.LOW, "2026-12-01T12:00:00+01:00");

        assertClock(life.clock(FIRST_RESPONSE), State.RUNNING, Duration.ofHours(2), "2026-12-04T10:00:00+01:00");
        assertThat(life.clock(FIRST_RESPONSE).allowed()).isEqualTo(Duration.ofHours(24));
        life.priority(Priority.HIGH, "2026-12-01T12:30:00+01:00");
        assertClock(life.clock(FIRST_RESPONSE), State.RUNNING, Duration.ofMinutes(150), "2026-12-01T12:30:00+01:00");
        assertClock(life.clock(RESOLUTION), State.RUNNING, Duration.ofMinutes(150), "2026-12-01T14:00:00+01:00");
        assertThat(life.timersOf(FIRST_RESPONSE))
                .containsExactly(
                        "warning 2026-12-01T11:30:00Z",
                        "delay_notice 2026-12-01T11:30:00Z",
                        "breach 2026-12-01T11:30:00Z");
    }

    @Test
    void a_new_priority_leaves_a_paused_clock_paused() {
        TicketUnderSla life = opened("2026-12-01T10:00:00+01:00")
                .replied(Status.PENDING, "2026-12-01T11:00:00+01:00")
                .priority(Priority.HIGH, "2026-12-02T11:00:00+01:00");

        assertThat(life.clock(RESOLUTION).state()).isEqualTo(State.PAUSED);
        assertThat(life.clock(RESOLUTION).spent()).isEqualTo(Duration.ofHours(1));
        life.customerWrites("2026-12-03T10:00:00+01:00");
        assertClock(life.clock(RESOLUTION), State.RUNNING, Duration.ofHours(1), "2026-12-03T13:00:00+01:00");
    }

    @Test
    void a_new_priority_of_a_solved_ticket_counts_when_it_opens_again() {
        TicketUnderSla life = opened("2026-12-01T10:00:00+01:00")
                .replied(Status.SOLVED, "2026-12-01T12:00:00+01:00")
                .priority(Priority.HIGH, "2026-12-01T13:00:00+01:00")
                .customerWrites("2026-12-02T09:00:00+01:00");

        assertClock(life.clock(RESOLUTION), State.RUNNING, Duration.ofHours(2), "2026-12-02T11:00:00+01:00");
        assertThat(life.clock(RESOLUTION).allowed()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void a_priority_without_a_promise_drops_the_clock() {
        SlaPolicy urgentOnly = SlaPolicy.builder(POLICY.calendar())
                .promise(FIRST_RESPONSE, Priority.URGENT, Duration.ofHours(1))
                .build();
        TicketUnderSla life = TicketUnderSla.opened(urgentOnly, Priority.URGENT, "2026-12-01T10:00:00+01:00");

        assertThat(life.clocks().all()).hasSize(1);
        life.priority(Priority.LOW, "2026-12-01T10:10:00+01:00");
        assertThat(life.clock(FIRST_RESPONSE).state()).isEqualTo(State.DROPPED);
        assertThat(life.timers()).isEmpty();
    }

    @Test
    void every_level_is_reached_once() {
        TicketUnderSla life = opened("2026-12-01T09:00:00+01:00");

        assertThat(life.timersOf(FIRST_RESPONSE))
                .containsExactly(
                        "warning 2026-12-01T14:00:00Z",
                        "delay_notice 2026-12-01T15:12:00Z",
                        "breach 2026-12-01T16:00:00Z");
        life.reached(FIRST_RESPONSE, SlaLevel.WARNING, 1, "2026-12-01T15:00:00+01:00");
        assertThat(life.timersOf(FIRST_RESPONSE))
                .containsExactly("delay_notice 2026-12-01T15:12:00Z", "breach 2026-12-01T16:00:00Z");
        life.reached(FIRST_RESPONSE, SlaLevel.DELAY_NOTICE, 1, "2026-12-01T16:12:00+01:00");
        assertThat(life.timersOf(FIRST_RESPONSE)).containsExactly("breach 2026-12-01T16:00:00Z");
        life.reached(FIRST_RESPONSE, SlaLevel.BREACH, 1, "2026-12-01T17:00:00+01:00");
        assertThat(life.timersOf(FIRST_RESPONSE)).isEmpty();
        assertThat(life.clock(FIRST_RESPONSE).breached()).isTrue();
        assertThat(life.clocks().next().orElseThrow().target()).isEqualTo(RESOLUTION);
        life.replied(Status.PENDING, "2026-12-02T09:30:00+01:00");
        assertThat(life.clock(FIRST_RESPONSE).state()).isEqualTo(State.FULFILLED);
        assertThat(life.clock(FIRST_RESPONSE).breached()).isTrue();
        assertThat(life.clock(FIRST_RESPONSE).spent()).isEqualTo(Duration.ofMinutes(510));
    }

    @Test
    void a_level_that_was_reached_is_not_reached_again_after_a_pause_or_a_new_priority() {
        TicketUnderSla life = opened("2026-12-01T09:00:00+01:00")
                .reached(RESOLUTION, SlaLevel.WARNING, 1, "2026-12-03T11:00:00+01:00")
                .status(Status.PENDING, "2026-12-03T12:00:00+01:00")
                .status(Status.OPEN, "2026-12-03T13:00:00+01:00")
                .priority(Priority.LOW, "2026-12-03T14:00:00+01:00");

        assertThat(life.timersOf(RESOLUTION)).hasSize(2).noneMatch(t -> t.startsWith("warning"));
    }

    @Test
    void a_broken_promise_stays_broken_whatever_the_priority_becomes() {
        TicketUnderSla life = opened("2026-12-01T09:00:00+01:00")
                .reached(FIRST_RESPONSE, SlaLevel.DELAY_NOTICE, 1, "2026-12-01T16:12:00+01:00")
                .reached(FIRST_RESPONSE, SlaLevel.BREACH, 1, "2026-12-01T17:00:00+01:00")
                .priority(Priority.LOW, "2026-12-02T10:00:00+01:00");

        assertThat(life.clock(FIRST_RESPONSE).breached()).isTrue();
        assertThat(life.clock(FIRST_RESPONSE).due()).isEqualTo(at("2026-12-01T17:00:00+01:00"));
        assertThat(life.timersOf(FIRST_RESPONSE)).isEmpty();
    }

    @Test
    void what_is_said_about_an_earlier_cycle_moves_nothing() {
        TicketUnderSla life = opened("2026-12-01T09:00:00+01:00")
                .replied(Status.PENDING, "2026-12-01T10:00:00+01:00")
                .customerWrites("2026-12-01T11:00:00+01:00")
                .replied(Status.PENDING, "2026-12-01T12:00:00+01:00")
                .customerWrites("2026-12-01T13:00:00+01:00");
        SlaClocks before = life.clocks();

        assertThat(life.reached(NEXT_RESPONSE, SlaLevel.BREACH, 1, "2026-12-01T14:00:00+01:00")
                        .clocks())
                .isEqualTo(before);
    }

    @Test
    void clocks_that_a_store_reads_back_are_the_same_clocks() {
        SlaClocks clocks = opened("2026-12-01T09:00:00+01:00").clocks();

        assertThat(SlaClocks.of(List.copyOf(clocks.all()))).isEqualTo(clocks).hasSameHashCodeAs(clocks);
        assertThat(SlaClocks.none().all()).isEmpty();
        assertThat(SlaClocks.none().clock(SlaTarget.RESOLUTION)).isEmpty();
    }

    private static SlaPolicy highOnly() {
        return SlaPolicy.builder(BusinessCalendar.standard(ZoneId.of("Europe/Oslo")))
                .promise(FIRST_RESPONSE, Priority.HIGH, Duration.ofHours(1))
                .promise(NEXT_RESPONSE, Priority.HIGH, Duration.ofHours(1))
                .promise(SlaTarget.RESOLUTION, Priority.HIGH, Duration.ofHours(4))
                .build();
    }

    @Test
    void a_promise_that_only_the_new_priority_makes_counts_from_the_change() {
        TicketUnderSla life = TicketUnderSla.opened(highOnly(), Priority.LOW, "2026-12-01T09:00:00+01:00")
                .priority(Priority.HIGH, "2026-12-01T11:00:00+01:00");

        assertThat(life.clock(FIRST_RESPONSE).due()).isEqualTo(at("2026-12-01T12:00:00+01:00"));
        assertThat(life.clock(SlaTarget.RESOLUTION).due()).isEqualTo(at("2026-12-01T15:00:00+01:00"));
    }

    @Test
    void a_reopened_ticket_has_the_resolution_clock_that_its_priority_promises_whatever_came_between() {
        TicketUnderSla solvedHighThenLow = TicketUnderSla.opened(highOnly(), Priority.HIGH, "2026-12-01T09:00:00+01:00")
                .status(Status.SOLVED, "2026-12-01T10:00:00+01:00")
                .priority(Priority.LOW, "2026-12-01T10:00:00+01:00")
                .status(Status.OPEN, "2026-12-01T11:00:00+01:00")
                .priority(Priority.HIGH, "2026-12-01T12:00:00+01:00");
        TicketUnderSla solvedLow = TicketUnderSla.opened(highOnly(), Priority.LOW, "2026-12-01T09:00:00+01:00")
                .status(Status.SOLVED, "2026-12-01T10:00:00+01:00")
                .priority(Priority.HIGH, "2026-12-01T10:00:00+01:00")
                .status(Status.OPEN, "2026-12-01T11:00:00+01:00");

        assertThat(solvedHighThenLow.clock(SlaTarget.RESOLUTION).due()).isEqualTo(at("2026-12-01T15:00:00+01:00"));
        assertThat(solvedLow.clock(SlaTarget.RESOLUTION).due()).isEqualTo(at("2026-12-01T15:00:00+01:00"));
    }

    @Test
    void a_response_that_was_dropped_goes_on_with_the_priority_unless_somebody_answered() {
        TicketUnderSla waiting = TicketUnderSla.opened(highOnly(), Priority.HIGH, "2026-12-01T09:00:00+01:00")
                .replied(Status.PENDING, "2026-12-01T09:10:00+01:00")
                .customerWrites("2026-12-01T10:00:00+01:00")
                .priority(Priority.LOW, "2026-12-01T10:30:00+01:00")
                .priority(Priority.HIGH, "2026-12-01T12:00:00+01:00");
        TicketUnderSla answered = TicketUnderSla.opened(highOnly(), Priority.HIGH, "2026-12-01T09:00:00+01:00")
                .priority(Priority.LOW, "2026-12-01T09:30:00+01:00")
                .replied(Status.OPEN, "2026-12-01T10:00:00+01:00")
                .priority(Priority.HIGH, "2026-12-01T12:00:00+01:00");

        assertThat(waiting.clock(NEXT_RESPONSE).due()).isEqualTo(at("2026-12-01T12:30:00+01:00"));
        assertThat(answered.clock(FIRST_RESPONSE).open()).isFalse();
    }
}
