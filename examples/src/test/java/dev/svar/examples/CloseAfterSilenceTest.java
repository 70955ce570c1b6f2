package dev.svar.examples;

import static dev.svar.testkit.SvarAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.ticket.LinkKind;
import dev.svar.ticket.Status;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketLink;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.Test;

final class CloseAfterSilenceTest {
    private final Shown shown = Shown.by(CloseAfterSilence::run);

    @Test
    void who_stays_silent_is_asked_warned_and_told_of_the_close_on_the_day_that_was_named() {
        assertThat(shown.lines()).contains("If Kari is silent it closes: Mon 14 Dec 11:00");
        assertThat(shown.below("What was sent about SUP-1, Cannot pay (closed)"))
                .contains(
                        "Fri 4 Dec 11:00   accepted by kari@customer.example: Did our answer help? [SUP-1]",
                        "Fri 11 Dec 11:00  accepted by kari@customer.example: We will close your request unless you write"
                                + " [SUP-1]",
                        "Mon 14 Dec 11:00  accepted by kari@customer.example: We have closed your request [SUP-1]")
                .anyMatch(line -> line.endsWith("so we will close it at 11:00 on Monday 14 December."));
        assertThat(shown.desk()).ticket("SUP-1").hasStatus(Status.CLOSED);
    }

    @Test
    void who_answers_is_left_in_peace() {
        assertThat(shown.below("What was sent about SUP-2, Cannot pay (solved)"))
                .hasSize(4)
                .satisfies(line -> assertThat(line).endsWith("Did our answer help? [SUP-2]"), Index.atIndex(2))
                .last()
                .asString()
                .endsWith("Your request is solved [SUP-2]");
        assertThat(shown.desk()).ticket("SUP-2").customerWrote("I have paid").hasStatus(Status.SOLVED);
    }

    @Test
    void who_comes_back_later_gets_a_new_ticket_that_follows_the_old_one() {
        assertThat(shown.lines()).endsWith("Kari writes again: OPENED, answers a mail of SUP-1, which is closed");
        assertThat(shown.desk()).ticket("SUP-3").hasStatus(Status.NEW).hasEvent(TicketEvent.Opened.class);
        assertThat(shown.desk().find("SUP-3").orElseThrow().ticket().links())
                .containsExactly(new TicketLink(
                        LinkKind.FOLLOWS,
                        shown.desk().find("SUP-1").orElseThrow().ticket().id()));
    }
}
