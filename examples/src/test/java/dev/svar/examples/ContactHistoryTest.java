package dev.svar.examples;

import static dev.svar.testkit.SvarAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ContactHistoryTest {
    private final Shown shown = Shown.by(ContactHistory::run);

    @Test
    void before_the_merge_each_address_is_somebody() {
        assertThat(shown.below("Tickets of Kari Nordmann, who writes from kari@customer.example"))
                .containsExactly("SUP-1, Cannot pay (new)");
        assertThat(shown.lines())
                .contains("A mail from kari@customer.example about SUP-2: OPENED, has the number SUP-2 in its subject,"
                        + " where its sender does not belong");
    }

    @Test
    void after_the_merge_both_addresses_are_one_person_with_one_history() {
        assertThat(shown.below("Tickets of Kari Nordmann, who writes from k.nordmann@company.example"))
                .containsExactly(
                        "SUP-1, Cannot pay (new)",
                        "SUP-2, Our number is not on the invoice (new)",
                        "SUP-3, Re: Our number is not on the invoice [SUP-2] (new)");
        assertThat(shown.lines())
                .contains("A mail from kari@customer.example about SUP-2: JOINED, has the number SUP-2 in its subject");
        assertThat(shown.desk()).ticket("SUP-2").customerWrote("I have a question");
    }

    @Test
    void the_merge_can_be_undone() {
        assertThat(shown.below("Tickets of K. Nordmann, who writes from k.nordmann@company.example"))
                .containsExactly("SUP-2, Our number is not on the invoice (new)");
    }
}
