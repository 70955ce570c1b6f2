package dev.svar.sla;

import static dev.svar.sla.TicketUnderSla.at;
import static dev.svar.ticket.SlaTarget.OPERATIONAL;
import static dev.svar.ticket.SlaTarget.PERIODIC_UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.sla.SlaClock.State;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Status;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** An update every four hours, six hours for each team. In Oslo, Monday to Friday 9 to 17. */
final class UpdatesAndTeamsTest {
    private static final SlaPolicy POLICY = SlaPolicy.builder(BusinessCalendar.standard(ZoneId.of("Europe/Oslo")))
            .promise(
                    PERIODIC_UPDATE,
                    SlaPromise.builder().time(Duration.ofHours(4)).pausedIn().build())
            .promise(OPERATIONAL, SlaPromise.builder().time(Duration.ofHours(6)).build())
            .build();

    private final TicketUnderSla life = TicketUnderSla.opened(POLICY, Priority.LOW, "2026-12-01T09:00:00+01:00");

    private void assertClock(SlaClock clock, int cycle, State state, String due) {
        assertThat(clock.cycle()).isEqualTo(cycle);
        assertThat(clock.state()).isEqualTo(state);
        assertThat(clock.due()).isEqualTo(at(due));
    }

    @Test
    void every_public_answer_starts_the_next_update_also_if_nothing_happens() {
        assertClock(life.clock(PERIODIC_UPDATE), 1, State.RUNNING, "2026-12-01T13:00:00+01:00");
        life.noted("2026-12-01T10:00:00+01:00")
                .machineWrites("2026-12-01T10:30:00+01:00")
                .customerWrites("2026-12-01T10:45:00+01:00");
        assertClock(life.clock(PERIODIC_UPDATE), 1, State.RUNNING, "2026-12-01T13:00:00+01:00");

        life.replied(Status.OPEN, "2026-12-01T11:00:00+01:00");
        assertClock(life.clock(PERIODIC_UPDATE), 2, State.RUNNING, "2026-12-01T15:00:00+01:00");
        life.replied(Status.PENDING, "2026-12-01T16:00:00+01:00");
        assertClock(life.clock(PERIODIC_UPDATE), 3, State.RUNNING, "2026-12-02T12:00:00+01:00");
    }

    @Test
    void updates_end_when_the_ticket_is_solved_and_begin_anew_when_it_opens_again() {
        life.replied(Status.SOLVED, "2026-12-01T10:00:00+01:00");
        assertThat(life.clock(PERIODIC_UPDATE).open()).isFalse();
        assertThat(life.timers()).isEmpty();

        life.customerWrites("2026-12-02T10:00:00+01:00");
        assertClock(life.clock(PERIODIC_UPDATE), 3, State.RUNNING, "2026-12-02T14:00:00+01:00");
    }

    @Test
    void a_team_has_its_time_from_when_it_gets_the_ticket_until_it_passes_it_on() {
        assertThat(life.clocks().clock(OPERATIONAL)).isEmpty();
        life.team("billing", "2026-12-01T10:00:00+01:00");
        assertClock(life.clock(OPERATIONAL), 1, State.RUNNING, "2026-12-01T16:00:00+01:00");

        life.team("developers", "2026-12-01T12:00:00+01:00");
        assertClock(life.clock(OPERATIONAL), 2, State.RUNNING, "2026-12-02T10:00:00+01:00");
        assertThat(life.replayed(SlaPolicies.of(POLICY)).cycles())
                .filteredOn(clock -> clock.target() == OPERATIONAL)
                .extracting(SlaClock::state)
                .containsExactly(State.FULFILLED, State.RUNNING);
    }

    @Test
    void a_teams_turn_ends_with_the_ticket_and_goes_on_when_that_opens_again() {
        life.team("billing", "2026-12-01T10:00:00+01:00").status(Status.SOLVED, "2026-12-01T12:00:00+01:00");
        assertThat(life.clock(OPERATIONAL).state()).isEqualTo(State.FULFILLED);
        life.status(Status.OPEN, "2026-12-02T09:00:00+01:00");

        assertClock(life.clock(OPERATIONAL), 1, State.RUNNING, "2026-12-02T13:00:00+01:00");
    }

    @Test
    void customers_are_told_nothing_of_what_teams_promise_each_other() {
        life.team("billing", "2026-12-01T10:00:00+01:00");

        assertThat(life.timersOf(OPERATIONAL))
                .containsExactly("warning 2026-12-01T13:30:00Z", "breach 2026-12-01T15:00:00Z");
    }
}
