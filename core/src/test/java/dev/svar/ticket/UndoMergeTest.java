package dev.svar.ticket;

import static dev.svar.ticket.Tickets.AGENT;
import static dev.svar.ticket.Tickets.KARI;
import static dev.svar.ticket.Tickets.OLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.ticket.MergeRefusedException.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person erred and takes a merge back. */
final class UndoMergeTest {
    private static final TicketPairCommand MERGE = new TicketPairCommand.Merge(AGENT, true);
    private static final TicketPairCommand UNDO = new TicketPairCommand.UndoMerge(AGENT);

    private final Drawer drawer = new Drawer(TicketRules.standard());
    private final TicketId a = drawer.opened(KARI);
    private final TicketId b = drawer.opened(OLA);
    private final TicketId c = drawer.opened(KARI, OLA);

    /** All but what tells how often and when it changed. */
    private static Ticket timeless(Ticket ticket) {
        return ticket.toBuilder()
                .version(0, Tickets.NOW)
                .silence(Silence.first(Tickets.NOW))
                .build();
    }

    private void refused(TicketId ticket, TicketId other, Reason reason) {
        assertThatThrownBy(() -> drawer.does(ticket, other, UNDO))
                .isInstanceOfSatisfying(
                        MergeRefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @EnumSource(
            value = StatusCategory.class,
            names = {"NEW", "OPEN", "PENDING_CUSTOMER", "PENDING_INTERNAL", "SOLVED", "CLOSED"})
    void the_ticket_is_exactly_what_it_was(StatusCategory category) {
        boolean done = category == StatusCategory.SOLVED || category == StatusCategory.CLOSED;
        if (!done) {
            drawer.does(a, new TicketCommand.Snooze(AGENT, drawer.now().plus(Duration.ofDays(9))));
        }
        drawer.does(
                a,
                new TicketCommand.ChangeStatus(
                        AGENT, new Status("here", category), Optional.of(Resolution.WORKAROUND)));
        Ticket before = drawer.ticket(a);
        drawer.later(Duration.ofDays(2)).does(a, c, MERGE);
        drawer.later(Duration.ofDays(2)).does(a, c, UNDO);

        assertThat(timeless(drawer.ticket(a))).isEqualTo(timeless(before));
        assertThat(drawer.ticket(a).silence().since()).isEqualTo(drawer.now());
        assertThat(drawer.ticket(c).absorbed()).isEmpty();
    }

    @Test
    void both_sides_record_the_end_and_the_target_stays_where_it_is() {
        drawer.becomes(c, Status.SOLVED);
        drawer.does(b, c, MERGE);
        assertThat(drawer.ticket(c).status()).isEqualTo(Status.OPEN);

        assertThat(drawer.does(b, c, UNDO))
                .containsExactly(
                        new TicketEvent.Unmerged(c, new TicketNumber("SUP", 3)),
                        new TicketEvent.StatusChanged(Status.MERGED, Status.NEW),
                        new TicketEvent.GaveBack(b, new TicketNumber("SUP", 2), Set.of(b), Set.of()));
        assertThat(drawer.ticket(c).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void a_chain_is_undone_from_its_end() {
        drawer.does(a, b, MERGE);
        drawer.does(b, c, MERGE);
        Ticket chained = drawer.ticket(c);

        refused(a, b, Reason.MERGED_ON);
        refused(a, c, Reason.NOT_MERGED);
        assertThat(drawer.ticket(c)).isEqualTo(chained);
        assertThat(chained.absorbed()).containsExactly(new Absorbed(b, Set.of(a, b), Set.of()));
        drawer.does(b, c, UNDO);
        assertThat(drawer.ticket(c).merged()).isEmpty();
        assertThat(drawer.ticket(b).merged()).containsExactly(a);
        drawer.does(a, b, UNDO);
        assertThat(drawer.ticket(b).participants()).isEmpty();
        assertThat(drawer.ticket(a).merge()).isEmpty();
    }

    @Test
    void of_two_merges_into_one_either_can_be_undone_first() {
        for (TicketId first : new TicketId[] {a, b}) {
            TicketId second = first.equals(a) ? b : a;
            drawer.does(a, c, MERGE);
            drawer.does(b, c, MERGE);

            drawer.does(first, c, UNDO);
            assertThat(drawer.ticket(c).merged()).containsExactly(second);
            drawer.does(second, c, UNDO);
            assertThat(drawer.ticket(c).merged()).isEmpty();
        }
    }

    @Test
    void what_was_not_merged_or_not_into_that_ticket_cannot_be_undone() {
        refused(a, b, Reason.NOT_MERGED);
        drawer.does(a, b, MERGE);
        refused(b, a, Reason.NOT_MERGED);
        refused(a, c, Reason.NOT_MERGED);
        drawer.does(a, b, UNDO);

        refused(a, b, Reason.NOT_MERGED);
        drawer.does(a, b, MERGE);
        assertThat(drawer.ticket(b).merged()).containsExactly(a);
    }

    @Test
    void a_merge_can_be_undone_after_the_target_was_closed() {
        drawer.does(a, c, MERGE);
        drawer.becomes(c, Status.CLOSED);
        drawer.does(a, c, UNDO);

        assertThat(drawer.ticket(a).status()).isEqualTo(Status.NEW);
        assertThat(drawer.ticket(c).status()).isEqualTo(Status.CLOSED);
    }
}
