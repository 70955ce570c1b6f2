package dev.svar.examples;

import static dev.svar.testkit.SvarAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.ticket.ContextFact;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Ticket;
import org.junit.jupiter.api.Test;

final class OpenInsideYourCodeTest {
    private final Shown shown = Shown.by(OpenInsideYourCode::run);

    @Test
    void what_nobody_may_keep_is_not_kept() {
        Ticket ticket = shown.desk().find("SUP-1").orElseThrow().ticket();

        assertThat(ticket.context())
                .extracting(ContextFact::name)
                .containsExactly("order.total", "order.promised", "payment.card");
        assertThat(ticket.context().get(2).value().text()).isEqualTo("****4242");
        assertThat(shown.text()).doesNotContain("s3cr3t", "400000");
    }

    @Test
    void agents_see_all_of_it_and_customers_their_part() {
        assertThat(shown.below("What agents see of SUP-1"))
                .contains(
                        "payment.card: ****4242  (agents only)",
                        "Wish: refund",
                        "Parcels lost before: 2  (agents only)",
                        "next promise: Tue 1 Dec 11:00");
        assertThat(shown.below("What the customer sees of SUP-1"))
                .containsExactly(
                        "order.total: 1299",
                        "order.promised: 2026-11-27",
                        "Wish: refund",
                        "Tue 1 Dec 10:00   Kari Nordmann: “Where is my parcel?”");
    }

    @Test
    void what_is_no_choice_is_refused_and_nothing_is_opened() {
        assertThat(shown.lines())
                .contains("A wish for a pony: field.wish is none of its choices, they are [refund, new parcel]");
        assertThat(shown.desk().find("SUP-2")).isEmpty();
        assertThat(shown.desk()).ticket("SUP-1").hasPriority(Priority.HIGH).customerWrote("Where is my parcel?");
    }
}
