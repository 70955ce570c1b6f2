package dev.svar.examples;

import static dev.svar.testkit.SvarAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.ticket.Status;
import dev.svar.ticket.TicketEvent;
import org.junit.jupiter.api.Test;

final class MergeAndUndoTest {
    private final Shown shown = Shown.by(MergeAndUndo::run);

    @Test
    void while_they_are_one_everything_leads_to_the_first() {
        assertThat(shown.lines())
                .containsSubsequence(
                        "SUP-2 leads to: SUP-1",
                        "Kari answers the mail about SUP-2: JOINED, answers a mail of SUP-2, which was merged into SUP-1");
        assertThat(shown.below("What agents see of SUP-1"))
                .containsSubsequence(
                        "holds: SUP-2",
                        "Tue 1 Dec 10:00   SUP-1  Kari Nordmann wrote: “The page stays blank.”",
                        "Tue 1 Dec 10:20   SUP-2  Kari Nordmann wrote: “Where is my lamp?”",
                        "Tue 1 Dec 10:40   SUP-1  Ola Vik merged SUP-2 into this ticket",
                        "Tue 1 Dec 11:00   SUP-1  Kari Nordmann wrote: “I mean A-2044.”");
        assertThat(shown.desk())
                .ticket("SUP-1")
                .customerWrote("I mean A-2044.")
                .hasEventsInOrder(TicketEvent.TookOver.class, TicketEvent.GaveBack.class);
    }

    @Test
    void once_it_is_undone_each_goes_its_own_way() {
        assertThat(shown.lines())
                .containsSubsequence(
                        "SUP-2 leads to: SUP-2", "Kari answers the mail about SUP-2: JOINED, answers a mail of SUP-2");
        assertThat(shown.desk())
                .ticket("SUP-2")
                .hasStatus(Status.NEW)
                .customerWrote("Any news?")
                .hasEventsInOrder(TicketEvent.MergedInto.class, TicketEvent.Unmerged.class);
    }

    @Test
    void a_merge_that_would_show_somebody_else_what_is_written_is_refused() {
        assertThat(shown.lines())
                .contains(
                        "Per's ticket into Kari's: SUP-3 and SUP-1: people of it would see what is written in the other,"
                                + " merge with sharing if they may");
        assertThat(shown.desk()).ticket("SUP-3").hasStatus(Status.NEW);
    }
}
