package dev.svar.ticket;

import static dev.svar.ticket.Tickets.AGENT;
import static dev.svar.ticket.Tickets.KARI;
import static dev.svar.ticket.Tickets.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A host names the labels that people see. */
final class StatusLabelsTest {
    private static final Status FRESH = new Status("ny", StatusCategory.NEW);
    private static final Status WORK = new Status("under arbeid", StatusCategory.OPEN);
    private static final Status AT_DEVELOPERS = new Status("hos utvikler", StatusCategory.OPEN);
    private static final Status DONE = new Status("løst", StatusCategory.SOLVED);
    private static final Status AWAY = new Status("lukket", StatusCategory.CLOSED);

    private final TicketRules rules = TicketRules.builder()
            .statuses(FRESH, WORK, AT_DEVELOPERS, DONE, AWAY)
            .build();
    private final Drawer drawer = new Drawer(rules);
    private final TicketId id = drawer.opened(KARI);

    @Test
    void the_first_label_of_a_category_is_taken_where_nobody_chooses() {
        assertThat(drawer.ticket(id).status()).isEqualTo(FRESH);
        drawer.becomes(id, DONE);
        drawer.customerWrites(id);
        assertThat(drawer.ticket(id).status()).isEqualTo(WORK);
        drawer.becomes(id, DONE);
        drawer.does(
                id,
                new TicketCommand.TakeSilenceStep(
                        AGENT, drawer.ticket(id).silence().round(), SilenceStep.CLOSE));
        assertThat(drawer.ticket(id).status()).isEqualTo(AWAY);
        assertThat(rules.statuses()).containsExactly(FRESH, WORK, AT_DEVELOPERS, DONE, AWAY);
    }

    @Test
    void a_label_that_the_host_does_not_have_is_refused_for_changes_and_replies() {
        for (TicketCommand command : new TicketCommand[] {
            new TicketCommand.ChangeStatus(AGENT, Status.OPEN), new TicketCommand.Reply(AGENT, MESSAGE, Status.OPEN)
        }) {
            assertThatThrownBy(() -> drawer.does(id, command))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage("status is none that this desk has, they are [ny, under arbeid, hos utvikler, løst,"
                            + " lukket]");
        }
    }

    @Test
    void another_label_of_the_same_category_is_always_allowed_and_asks_for_nothing() {
        Drawer strict = new Drawer(TicketRules.builder()
                .statuses(FRESH, WORK, AT_DEVELOPERS, DONE, AWAY)
                .require(StatusCategory.OPEN, Requirement.ASSIGNEE)
                .build());
        TicketId ticket = strict.opened(KARI);
        strict.becomes(ticket, DONE);
        strict.customerWrites(ticket);

        strict.becomes(ticket, AT_DEVELOPERS);
        assertThat(strict.ticket(ticket).status()).isEqualTo(AT_DEVELOPERS);
        assertThat(strict.becomes(ticket, AT_DEVELOPERS)).isEmpty();
    }

    @Test
    void a_merged_ticket_has_the_label_that_it_had_once_the_merge_is_undone() {
        TicketId other = drawer.opened(KARI);
        drawer.becomes(id, AT_DEVELOPERS);
        drawer.does(id, other, new TicketPairCommand.Merge(AGENT, false));
        assertThat(drawer.ticket(id).status()).isEqualTo(Status.MERGED);
        drawer.does(id, other, new TicketPairCommand.UndoMerge(AGENT));

        assertThat(drawer.ticket(id).status()).isEqualTo(AT_DEVELOPERS);
    }

    @Test
    void labels_that_would_leave_a_ticket_without_one_are_refused() {
        assertThatThrownBy(() -> TicketRules.builder().statuses(FRESH, DONE).build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("rules.statuses lacks a label for [OPEN, CLOSED]");
        assertThatThrownBy(() -> TicketRules.builder().statuses(Status.MERGED))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("only merges give that");
        Status[] many = IntStream.rangeClosed(0, TicketRules.MAX_STATUSES)
                .mapToObj(i -> new Status("label " + i, StatusCategory.OPEN))
                .toArray(Status[]::new);
        assertThatThrownBy(() -> TicketRules.builder().statuses(many))
                .hasMessage("rules.statuses holds 101 elements, at most 100 are allowed");
        assertThatThrownBy(() -> new Status("x".repeat(41), StatusCategory.OPEN))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Status("two\nlines", StatusCategory.OPEN))
                .isInstanceOf(InvalidValueException.class);
    }
}
