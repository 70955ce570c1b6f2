package dev.svar.sla;

import static dev.svar.sla.TicketUnderSla.at;
import static dev.svar.ticket.SlaTarget.FIRST_RESPONSE;
import static dev.svar.ticket.SlaTarget.NEXT_RESPONSE;
import static dev.svar.ticket.SlaTarget.RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.sla.SlaClock.State;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Status;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Clocks while a ticket is merged or spam. In Oslo, Monday to Friday 9 to 17; 1 December 2026 is a Tuesday. */
final class HeldClocksTest {
    private static final SlaPolicy POLICY = SlaPolicy.standard(BusinessCalendar.standard(ZoneId.of("Europe/Oslo")));

    private final TicketUnderSla life = opened(1, "2026-12-01T10:00:00+01:00");
    private final TicketUnderSla other = opened(2, "2026-12-01T09:00:00+01:00");

    private static TicketUnderSla opened(int number, String at) {
        return TicketUnderSla.opened(POLICY, Priority.NORMAL, number, at);
    }

    private static void assertClock(SlaClock clock, State state, Duration spent) {
        assertThat(clock.state()).isEqualTo(state);
        assertThat(clock.spent()).isEqualTo(spent);
    }

    @Test
    void a_merge_holds_what_counts_and_keeps_what_was_counted() {
        life.mergedInto(other, "2026-12-01T12:30:00+01:00");

        assertClock(life.clock(FIRST_RESPONSE), State.PAUSED, Duration.ofMinutes(150));
        assertClock(life.clock(RESOLUTION), State.PAUSED, Duration.ofMinutes(150));
        assertThat(life.timers()).isEmpty();
    }

    @Test
    void the_end_of_a_merge_goes_on_exactly_where_it_was_held() {
        life.mergedInto(other, "2026-12-01T12:30:00+01:00").givenBackBy(other, "2026-12-07T09:00:00+01:00");

        assertClock(life.clock(FIRST_RESPONSE), State.RUNNING, Duration.ofMinutes(150));
        assertThat(life.clock(FIRST_RESPONSE).due()).isEqualTo(at("2026-12-07T14:30:00+01:00"));
        assertThat(life.clock(FIRST_RESPONSE).startedAt()).isEqualTo(at("2026-12-01T10:00:00+01:00"));
        assertThat(life.clock(RESOLUTION).due()).isEqualTo(at("2026-12-09T14:30:00+01:00"));
        life.replied(Status.OPEN, "2026-12-07T10:00:00+01:00");
        assertClock(life.clock(FIRST_RESPONSE), State.FULFILLED, Duration.ofMinutes(210));
    }

    @Test
    void levels_that_were_reached_before_a_merge_are_not_reached_again() {
        life.reached(FIRST_RESPONSE, SlaLevel.WARNING, 1, "2026-12-01T16:00:00+01:00")
                .mergedInto(other, "2026-12-01T16:30:00+01:00")
                .givenBackBy(other, "2026-12-02T09:00:00+01:00");

        assertThat(life.timersOf(FIRST_RESPONSE))
                .containsExactly("delay_notice 2026-12-02T08:42:00Z", "breach 2026-12-02T09:30:00Z");
    }

    @Test
    void what_waited_for_the_customer_before_a_merge_waits_after_it() {
        life.replied(Status.PENDING, "2026-12-01T11:00:00+01:00")
                .mergedInto(other, "2026-12-01T12:00:00+01:00")
                .givenBackBy(other, "2026-12-02T12:00:00+01:00");

        assertClock(life.clock(RESOLUTION), State.PAUSED, Duration.ofHours(1));
        life.customerWrites("2026-12-03T09:00:00+01:00");
        assertThat(life.clock(RESOLUTION).due()).isEqualTo(at("2026-12-07T16:00:00+01:00"));
    }

    @Test
    void what_was_fulfilled_before_a_merge_stays_so() {
        life.replied(Status.SOLVED, "2026-12-01T11:00:00+01:00");
        SlaClocks before = life.clocks();
        life.mergedInto(other, "2026-12-01T12:00:00+01:00").givenBackBy(other, "2026-12-02T12:00:00+01:00");

        assertThat(life.clocks()).isEqualTo(before);
    }

    @Test
    void a_ticket_that_takes_up_an_unanswered_one_promises_an_answer_unless_it_does_already() {
        other.replied(Status.SOLVED, "2026-12-01T10:00:00+01:00");
        life.mergedInto(other, "2026-12-01T12:00:00+01:00");
        assertClock(other.clock(NEXT_RESPONSE), State.RUNNING, Duration.ofHours(2));
        assertThat(other.clock(NEXT_RESPONSE).due()).isEqualTo(at("2026-12-02T10:00:00+01:00"));
        assertThat(other.clock(RESOLUTION).state()).isEqualTo(State.RUNNING);

        TicketUnderSla unanswered = opened(3, "2026-12-01T09:00:00+01:00");
        opened(4, "2026-12-01T10:00:00+01:00").mergedInto(unanswered, "2026-12-01T12:00:00+01:00");
        assertThat(unanswered.clocks().clock(NEXT_RESPONSE)).isEmpty();
        assertThat(unanswered.clock(FIRST_RESPONSE).due()).isEqualTo(at("2026-12-01T17:00:00+01:00"));
    }

    @Test
    void who_waited_longer_keeps_the_place_in_the_ticket_that_goes_on_and_takes_it_back_with_the_undo() {
        other.replied(Status.OPEN, "2026-12-01T09:30:00+01:00").customerWrites("2026-12-01T11:30:00+01:00");
        SlaClock before = other.clock(NEXT_RESPONSE);
        life.mergedInto(other, "2026-12-01T12:00:00+01:00");

        assertClock(other.clock(NEXT_RESPONSE), State.RUNNING, Duration.ofHours(2));
        assertThat(other.clock(NEXT_RESPONSE).startedAt()).isEqualTo(at("2026-12-01T10:00:00+01:00"));
        assertThat(other.clock(NEXT_RESPONSE).due()).isEqualTo(at("2026-12-02T10:00:00+01:00"));
        life.givenBackBy(other, "2026-12-01T13:00:00+01:00");
        assertThat(other.clock(NEXT_RESPONSE).startedAt()).isEqualTo(before.startedAt());
        assertThat(other.clock(NEXT_RESPONSE).due()).isEqualTo(before.due());
        assertThat(other.clock(NEXT_RESPONSE).carried()).isEmpty();
        assertThat(life.clock(FIRST_RESPONSE).spent()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void who_waited_less_brings_nothing() {
        other.replied(Status.OPEN, "2026-12-01T09:30:00+01:00").customerWrites("2026-12-01T10:00:00+01:00");
        opened(3, "2026-12-01T11:00:00+01:00").mergedInto(other, "2026-12-01T12:00:00+01:00");

        assertThat(other.clock(NEXT_RESPONSE).due()).isEqualTo(at("2026-12-02T10:00:00+01:00"));
        assertThat(other.clock(NEXT_RESPONSE).carried()).isEmpty();
    }

    @Test
    void a_ticket_that_takes_up_one_that_waits_for_nobody_promises_nothing() {
        other.replied(Status.PENDING, "2026-12-01T10:00:00+01:00");
        life.replied(Status.PENDING, "2026-12-01T11:00:00+01:00").mergedInto(other, "2026-12-01T12:00:00+01:00");

        assertThat(other.clocks().clock(NEXT_RESPONSE)).isEmpty();
        assertThat(other.clock(RESOLUTION).state()).isEqualTo(State.PAUSED);
    }

    @Test
    void spam_holds_the_clocks_until_the_mark_is_taken_away() {
        life.spam("2026-12-01T12:00:00+01:00");
        assertClock(life.clock(FIRST_RESPONSE), State.PAUSED, Duration.ofHours(2));
        assertThat(life.timers()).isEmpty();
        life.customerWrites("2026-12-02T12:00:00+01:00").noSpam("2026-12-03T09:00:00+01:00");

        assertClock(life.clock(FIRST_RESPONSE), State.RUNNING, Duration.ofHours(2));
        assertThat(life.clock(FIRST_RESPONSE).due()).isEqualTo(at("2026-12-03T15:00:00+01:00"));
    }

    @Test
    void spam_that_was_merged_or_waited_for_the_customer_stays_held() {
        life.replied(Status.PENDING, "2026-12-01T11:00:00+01:00")
                .spam("2026-12-01T12:00:00+01:00")
                .noSpam("2026-12-01T13:00:00+01:00");
        assertClock(life.clock(RESOLUTION), State.PAUSED, Duration.ofHours(1));

        TicketUnderSla merged = opened(3, "2026-12-01T10:00:00+01:00")
                .spam("2026-12-01T11:00:00+01:00")
                .mergedInto(other, "2026-12-01T12:00:00+01:00")
                .givenBackBy(other, "2026-12-01T13:00:00+01:00");
        assertClock(merged.clock(RESOLUTION), State.PAUSED, Duration.ofHours(1));
        merged.noSpam("2026-12-01T14:00:00+01:00");
        assertClock(merged.clock(RESOLUTION), State.RUNNING, Duration.ofHours(1));
    }
}
