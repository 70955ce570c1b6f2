package dev.svar.ticket;

import static dev.svar.ticket.Tickets.AGENT;
import static dev.svar.ticket.Tickets.CUSTOMER;
import static dev.svar.ticket.Tickets.KARI;
import static dev.svar.ticket.Tickets.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A ticket is put aside until a time. */
final class SnoozeTest {
    private final Drawer drawer = new Drawer(TicketRules.standard());
    private final TicketId id = drawer.opened(KARI);
    private final Instant monday = drawer.now().plus(Duration.ofDays(4));

    private List<TicketEvent> snooze(Instant until) {
        return drawer.does(id, new TicketCommand.Snooze(AGENT, until));
    }

    @Test
    void a_snoozed_ticket_keeps_its_status_until_somebody_or_something_wakes_it() {
        drawer.becomes(id, Status.PENDING);

        assertThat(snooze(monday)).containsExactly(new TicketEvent.Snoozed(monday));
        assertThat(drawer.ticket(id).snoozedUntil()).contains(monday);
        assertThat(drawer.ticket(id).status()).isEqualTo(Status.PENDING);
        assertThat(snooze(monday)).isEmpty();
        assertThat(snooze(monday.plusSeconds(1))).hasSize(1);
        assertThat(drawer.does(id, new TicketCommand.Wake(AGENT))).containsExactly(new TicketEvent.Woken());
        assertThat(drawer.ticket(id).snoozedUntil()).isEmpty();
        assertThat(drawer.does(id, new TicketCommand.Wake(AGENT))).isEmpty();
    }

    @Test
    void only_a_time_ahead_of_now_and_within_ten_years_will_do() {
        Duration longest = Duration.ofDays(3660);

        for (Instant until : List.of(
                drawer.now(),
                drawer.now().minusSeconds(1),
                drawer.now().plus(longest).plusNanos(1000),
                Instant.MIN,
                Instant.MAX)) {
            assertThatThrownBy(() -> snooze(until))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage("snooze.until must be after now and at most 3660 days ahead");
        }
        assertThat(snooze(drawer.now().plusNanos(1000))).hasSize(1);
        assertThat(snooze(drawer.now().plus(longest))).hasSize(1);
    }

    @Test
    void the_time_is_cut_to_microseconds_as_stores_keep_it() {
        snooze(monday.plusNanos(999));

        assertThat(drawer.ticket(id).snoozedUntil()).contains(monday);
    }

    @ParameterizedTest
    @EnumSource(
            value = StatusCategory.class,
            names = {"SOLVED", "CLOSED", "MERGED"})
    void what_is_done_cannot_be_put_aside(StatusCategory category) {
        Ticket done = Tickets.in(new Status("done", category));

        assertThatThrownBy(() ->
                        TicketLifecycle.standard().decide(done, new TicketCommand.Snooze(AGENT, monday), drawer.now()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("snooze is for tickets that are open, this one is " + category);
    }

    @Test
    void a_customers_message_wakes_it_and_a_machines_does_not() {
        snooze(monday);
        drawer.does(id, new TicketCommand.AddAutomaticMessage(CUSTOMER, MESSAGE));
        drawer.does(id, new TicketCommand.AddNote(AGENT, MESSAGE));
        assertThat(drawer.ticket(id).snoozedUntil()).contains(monday);

        assertThat(drawer.customerWrites(id))
                .containsExactly(new TicketEvent.MessageAdded(MESSAGE, MessageRole.CUSTOMER), new TicketEvent.Woken());
        assertThat(drawer.ticket(id).snoozedUntil()).isEmpty();
    }

    @Test
    void solving_it_ends_the_snooze() {
        snooze(monday);
        drawer.becomes(id, Status.SOLVED);
        assertThat(drawer.ticket(id).snoozedUntil()).isEmpty();
        drawer.customerWrites(id);

        assertThat(drawer.ticket(id).snoozedUntil()).isEmpty();
    }
}
