package dev.svar.ticket;

import static dev.svar.ticket.Tickets.AGENT;
import static dev.svar.ticket.Tickets.KARI;
import static dev.svar.ticket.Tickets.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SpamTest {
    private final Drawer drawer = new Drawer(TicketRules.standard());
    private final TicketId id = drawer.opened(KARI);

    @Test
    void a_ticket_is_marked_and_cleared_once() {
        assertThat(drawer.does(id, new TicketCommand.ClearSpam(AGENT))).isEmpty();
        assertThat(drawer.does(id, new TicketCommand.MarkSpam(AGENT))).containsExactly(new TicketEvent.SpamMarked());
        assertThat(drawer.ticket(id).spam()).isTrue();
        assertThat(drawer.does(id, new TicketCommand.MarkSpam(AGENT))).isEmpty();
        assertThat(drawer.does(id, new TicketCommand.ClearSpam(AGENT))).containsExactly(new TicketEvent.SpamCleared());
        assertThat(drawer.ticket(id).spam()).isFalse();
    }

    @Test
    void the_mark_changes_no_status() {
        drawer.becomes(id, Status.PENDING);
        drawer.does(id, new TicketCommand.MarkSpam(AGENT));

        assertThat(drawer.ticket(id).status()).isEqualTo(Status.PENDING);
    }

    @Test
    void an_answer_that_would_be_sent_to_nobody_is_refused() {
        drawer.does(id, new TicketCommand.MarkSpam(AGENT));
        TicketCommand reply = new TicketCommand.Reply(AGENT, MESSAGE, Status.SOLVED);

        assertThatThrownBy(() -> drawer.does(id, reply))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("reply is to a ticket that is marked as spam");
        drawer.does(id, new TicketCommand.ClearSpam(AGENT));
        assertThat(drawer.does(id, reply)).hasSize(2);
    }

    @Test
    void the_silence_is_counted_from_when_it_is_no_spam() {
        drawer.does(id, new TicketCommand.MarkSpam(AGENT));
        drawer.later(Duration.ofDays(30));
        Silence before = drawer.ticket(id).silence();
        drawer.does(id, new TicketCommand.ClearSpam(AGENT));

        assertThat(drawer.ticket(id).silence()).isEqualTo(new Silence(before.round() + 1, drawer.now(), 0));
    }
}
