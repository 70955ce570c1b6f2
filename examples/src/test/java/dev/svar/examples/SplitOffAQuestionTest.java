package dev.svar.examples;

import static dev.svar.testkit.SvarAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.ticket.Status;
import org.junit.jupiter.api.Test;

final class SplitOffAQuestionTest {
    private final Shown shown = Shown.by(SplitOffAQuestion::run);

    @Test
    void the_first_ticket_keeps_the_message_and_is_solved_by_itself() {
        assertThat(shown.below("What agents see of SUP-1, Cannot pay (solved)"))
                .contains(
                        "split into: SUP-2",
                        "Tue 1 Dec 12:00   SUP-1  Kari Nordmann wrote: “It works. Can the lamp go to my office instead?”",
                        "Tue 1 Dec 12:05   SUP-1  Ola Vik split 1 message off into SUP-2");
        assertThat(shown.desk()).ticket("SUP-1").hasStatus(Status.SOLVED).customerWrote("lamp go to my office");
    }

    @Test
    void the_second_begins_with_the_question_and_a_promise() {
        assertThat(shown.below("What agents see of SUP-2, Lamp to another address (new)"))
                .contains("split from: SUP-1", "next promise: Wed 2 Dec 12:05");
        assertThat(shown.below("What the customer sees of SUP-2"))
                .containsExactly(
                        "Tue 1 Dec 12:00   Kari Nordmann: “It works. Can the lamp go to my office instead?”",
                        "Tue 1 Dec 12:10   Ola Vik: “Gladly, in which street is it?”");
        assertThat(shown.desk()).ticket("SUP-2").hasStatus(Status.PENDING).wasAnsweredWith("which street");
    }
}
