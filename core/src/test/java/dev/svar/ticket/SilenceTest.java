package dev.svar.ticket;

import static dev.svar.ticket.Tickets.AGENT;
import static dev.svar.ticket.Tickets.CUSTOMER;
import static dev.svar.ticket.Tickets.KARI;
import static dev.svar.ticket.Tickets.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rounds of silence, and the steps that are taken in them. */
final class SilenceTest {
    private static final Actor RULE = Actor.rule("silence");

    private final Drawer drawer = new Drawer(TicketRules.standard());
    private final TicketId id = drawer.opened(KARI);

    private Silence silence() {
        return drawer.ticket(id).silence();
    }

    private List<TicketEvent> step(int round, SilenceStep step) {
        return drawer.does(id, new TicketCommand.TakeSilenceStep(RULE, round, step));
    }

    @Test
    void what_people_write_and_another_category_begin_a_new_silence() {
        int opened = silence().round();
        drawer.later(Duration.ofHours(1)).customerWrites(id);
        assertThat(silence()).isEqualTo(new Silence(opened + 1, drawer.now(), 0));

        drawer.later(Duration.ofHours(1));
        drawer.does(id, new TicketCommand.Reply(AGENT, MESSAGE, Status.PENDING));
        assertThat(silence()).isEqualTo(new Silence(opened + 3, drawer.now(), 0));
    }

    @Test
    void notes_machines_labels_and_assignments_do_not_break_a_silence() {
        Silence before = silence();
        drawer.later(Duration.ofHours(1));
        drawer.does(id, new TicketCommand.AddNote(AGENT, MESSAGE));
        drawer.does(id, new TicketCommand.AddAutomaticMessage(CUSTOMER, MESSAGE));
        drawer.does(id, new TicketCommand.ChangePriority(AGENT, Priority.URGENT));
        drawer.becomes(id, new Status("another", StatusCategory.NEW));

        assertThat(silence()).isEqualTo(before);
    }

    @Test
    void a_step_is_counted_and_the_next_one_waits_from_then_on() {
        drawer.becomes(id, Status.PENDING);
        int round = silence().round();
        drawer.later(Duration.ofDays(3));

        assertThat(step(round, SilenceStep.ASK))
                .containsExactly(new TicketEvent.SilenceStepTaken(round, SilenceStep.ASK));
        assertThat(silence()).isEqualTo(new Silence(round, drawer.now(), 1));
    }

    @Test
    void a_step_of_an_earlier_round_is_not_taken() {
        drawer.becomes(id, Status.PENDING);
        int round = silence().round();
        drawer.customerWrites(id);
        drawer.does(id, new TicketCommand.Reply(AGENT, MESSAGE, Status.PENDING));

        assertThat(step(round, SilenceStep.CLOSE)).isEmpty();
        assertThat(drawer.ticket(id).status()).isEqualTo(Status.PENDING);
    }

    @Test
    void the_last_step_closes_but_not_against_the_table() {
        Drawer narrow = new Drawer(TicketRules.builder()
                .forbid(StatusCategory.PENDING_CUSTOMER, StatusCategory.CLOSED)
                .build());
        TicketId open = narrow.opened(KARI);
        narrow.becomes(open, Status.PENDING);
        drawer.becomes(id, Status.PENDING);
        int round = silence().round();

        assertThat(step(round, SilenceStep.CLOSE))
                .containsExactly(
                        new TicketEvent.SilenceStepTaken(round, SilenceStep.CLOSE),
                        new TicketEvent.StatusChanged(Status.PENDING, Status.CLOSED));
        assertThat(narrow.does(open, new TicketCommand.TakeSilenceStep(RULE, round, SilenceStep.CLOSE)))
                .containsExactly(new TicketEvent.SilenceStepTaken(round, SilenceStep.CLOSE));
        assertThat(narrow.ticket(open).status()).isEqualTo(Status.PENDING);
    }

    @Test
    void a_solved_ticket_that_is_closed_after_silence_keeps_how_it_was_solved() {
        drawer.does(id, new TicketCommand.ChangeStatus(AGENT, Status.SOLVED, Optional.of(Resolution.WORKAROUND)));
        step(silence().round(), SilenceStep.CLOSE);

        assertThat(drawer.ticket(id).status()).isEqualTo(Status.CLOSED);
        assertThat(drawer.ticket(id).resolution()).contains(Resolution.WORKAROUND);
    }
}
