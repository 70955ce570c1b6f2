package dev.svar.sla;

import static dev.svar.sla.TicketUnderSla.at;
import static dev.svar.ticket.SlaTarget.FIRST_RESPONSE;
import static dev.svar.ticket.SlaTarget.NEXT_RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.sla.SlaClock.State;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Status;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Who waits for an answer, and who does not. In Oslo, Monday to Friday 9 to 17. */
final class AnswersPromisedTest {
    private static final SlaPolicy POLICY = SlaPolicy.standard(BusinessCalendar.standard(ZoneId.of("Europe/Oslo")));

    private final TicketUnderSla life = TicketUnderSla.opened(POLICY, Priority.NORMAL, "2026-12-01T09:00:00+01:00");

    @Test
    void who_says_thanks_to_a_ticket_that_is_done_waits_for_no_answer() {
        life.replied(Status.SOLVED, "2026-12-01T10:00:00+01:00");
        SlaClocks before = life.clocks();
        life.thanks("2026-12-01T11:00:00+01:00");
        assertThat(life.clocks()).isEqualTo(before);
        life.status(Status.CLOSED, "2026-12-01T12:00:00+01:00").thanks("2026-12-01T13:00:00+01:00");

        assertThat(life.timers()).isEmpty();
    }

    @Test
    void who_opens_a_solved_ticket_again_waits_from_then_on_and_an_agent_who_does_so_does_not() {
        life.replied(Status.SOLVED, "2026-12-01T10:00:00+01:00").status(Status.OPEN, "2026-12-01T11:00:00+01:00");
        assertThat(life.clocks().clock(NEXT_RESPONSE)).isEmpty();

        life.status(Status.SOLVED, "2026-12-01T12:00:00+01:00").customerWrites("2026-12-01T13:00:00+01:00");
        assertThat(life.clock(NEXT_RESPONSE).state()).isEqualTo(State.RUNNING);
        assertThat(life.clock(NEXT_RESPONSE).startedAt()).isEqualTo(at("2026-12-01T13:00:00+01:00"));
    }

    @Test
    void a_new_priority_does_not_take_up_a_first_response_that_was_given() {
        life.replied(Status.NEW, "2026-12-01T10:00:00+01:00").priority(Priority.HIGH, "2026-12-01T11:00:00+01:00");

        assertThat(life.clock(FIRST_RESPONSE).state()).isEqualTo(State.FULFILLED);
    }

    @Test
    void a_new_priority_makes_no_second_promise_of_an_answer() {
        life.status(Status.SOLVED, "2026-12-01T10:00:00+01:00")
                .customerWrites("2026-12-01T11:00:00+01:00")
                .priority(Priority.HIGH, "2026-12-01T11:30:00+01:00");

        assertThat(life.clock(FIRST_RESPONSE).state()).isEqualTo(State.DROPPED);
        assertThat(life.clock(NEXT_RESPONSE).due()).isEqualTo(at("2026-12-01T12:00:00+01:00"));
    }
}
