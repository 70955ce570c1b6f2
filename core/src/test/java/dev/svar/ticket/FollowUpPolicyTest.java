package dev.svar.ticket;

import static dev.svar.ticket.StatusCategory.CLOSED;
import static dev.svar.ticket.StatusCategory.OPEN;
import static dev.svar.ticket.StatusCategory.SOLVED;
import static dev.svar.ticket.Tickets.KARI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.Channel;
import dev.svar.error.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes of a customer's message to a ticket that is done. */
final class FollowUpPolicyTest {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final FollowUpPolicy POLICY = FollowUpPolicy.builder()
            .solved(WEEK, FollowUp.REFUSE)
            .closed(Duration.ofDays(1), FollowUp.NEW_TICKET)
            .build();

    private final Drawer drawer = new Drawer(TicketRules.standard());
    private final TicketId id = drawer.opened(KARI);
    private final Instant settled = drawer.now();

    private FollowUp decide(FollowUpPolicy policy, Instant now) {
        return policy.decide(drawer.ticket(id), false, now);
    }

    @Test
    void the_window_ends_at_its_exact_instant() {
        drawer.becomes(id, Status.SOLVED);

        assertThat(decide(POLICY, settled)).isEqualTo(FollowUp.JOIN);
        assertThat(decide(POLICY, settled.plus(WEEK).minusNanos(1000))).isEqualTo(FollowUp.JOIN);
        assertThat(decide(POLICY, settled.plus(WEEK))).isEqualTo(FollowUp.REFUSE);
    }

    @Test
    void the_window_of_a_closed_ticket_counts_from_when_it_was_solved() {
        drawer.becomes(id, Status.SOLVED);
        drawer.later(Duration.ofHours(20)).becomes(id, Status.CLOSED);

        assertThat(decide(POLICY, settled.plus(Duration.ofHours(23)))).isEqualTo(FollowUp.JOIN);
        assertThat(decide(POLICY, settled.plus(Duration.ofHours(25)))).isEqualTo(FollowUp.NEW_TICKET);
    }

    @Test
    void what_happens_to_a_solved_ticket_meanwhile_does_not_prolong_its_window() {
        drawer.becomes(id, Status.SOLVED);
        drawer.later(Duration.ofDays(6)).does(id, new TicketCommand.AddNote(Tickets.AGENT, Tickets.MESSAGE));

        assertThat(decide(POLICY, settled.plus(WEEK))).isEqualTo(FollowUp.REFUSE);
    }

    @Test
    void by_default_solved_tickets_reopen_for_thirty_days_and_closed_ones_never() {
        FollowUpPolicy standard = FollowUpPolicy.standard();
        drawer.becomes(id, Status.SOLVED);
        assertThat(decide(standard, settled.plus(Duration.ofDays(30)).minusNanos(1000)))
                .isEqualTo(FollowUp.JOIN);
        assertThat(decide(standard, settled.plus(Duration.ofDays(30)))).isEqualTo(FollowUp.NEW_TICKET);
        drawer.becomes(id, Status.CLOSED);

        assertThat(decide(standard, settled)).isEqualTo(FollowUp.NEW_TICKET);
    }

    @Test
    void without_a_window_nothing_reopens_even_if_another_nodes_clock_is_ahead() {
        drawer.becomes(id, Status.CLOSED);

        assertThat(decide(FollowUpPolicy.standard(), settled.minusSeconds(5))).isEqualTo(FollowUp.NEW_TICKET);
    }

    @ParameterizedTest
    @CsvSource({"SOLVED", "CLOSED"})
    void thanks_join_and_reopen_nothing_however_late(StatusCategory category) {
        drawer.becomes(id, new Status("done", category));

        for (Duration later : new Duration[] {Duration.ZERO, WEEK, Duration.ofDays(999)}) {
            assertThat(POLICY.decide(drawer.ticket(id), true, settled.plus(later)))
                    .isEqualTo(FollowUp.KEEP);
        }
        drawer.does(id, new TicketCommand.AddCustomerMessage(Tickets.CUSTOMER, Tickets.MESSAGE, Channel.MAIL, false));
        assertThat(drawer.ticket(id).status().category()).isEqualTo(category);
    }

    @ParameterizedTest
    @EnumSource(
            value = StatusCategory.class,
            names = {"NEW", "OPEN", "PENDING_CUSTOMER", "PENDING_INTERNAL"})
    void a_ticket_in_work_takes_every_message(StatusCategory category) {
        Ticket ticket = Tickets.in(new Status("here", category));

        assertThat(POLICY.decide(ticket, true, Instant.MAX)).isEqualTo(FollowUp.JOIN);
        assertThat(POLICY.decide(ticket, false, Instant.MAX)).isEqualTo(FollowUp.JOIN);
    }

    @Test
    void a_window_needs_a_table_that_lets_tickets_reopen() {
        assertThatThrownBy(() -> POLICY.check(TicketRules.standard()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("followUp.CLOSED reopens tickets, but the transition to OPEN is not allowed");
        assertThatCode(() ->
                        POLICY.check(TicketRules.builder().allow(CLOSED, OPEN).build()))
                .doesNotThrowAnyException();
        TicketRules strict = TicketRules.builder().forbid(SOLVED, OPEN).build();
        assertThatThrownBy(() -> FollowUpPolicy.standard().check(strict)).hasMessageStartingWith("followUp.SOLVED ");
        assertThatCode(() -> FollowUpPolicy.builder()
                        .solved(Duration.ZERO, FollowUp.KEEP)
                        .build()
                        .check(strict))
                .doesNotThrowAnyException();
    }

    @Test
    void windows_have_limits() {
        FollowUpPolicy.Builder builder = FollowUpPolicy.builder();

        for (Duration window : new Duration[] {Duration.ofNanos(-1), FollowUpPolicy.MAX_WINDOW.plusNanos(1)}) {
            assertThatThrownBy(() -> builder.solved(window, FollowUp.KEEP))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("followUp.window")
                    .hasMessageContaining("from zero to 3660 days");
        }
        assertThatThrownBy(() -> builder.closed(WEEK, FollowUp.JOIN)).hasMessageStartingWith("followUp.later is JOIN");
    }
}
