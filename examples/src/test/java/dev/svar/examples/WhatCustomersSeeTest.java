package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WhatCustomersSeeTest {
    private final Shown shown = Shown.by(WhatCustomersSee::run);

    @Test
    void customers_see_what_was_written_to_each_other_and_no_more() {
        assertThat(shown.below("What agents see of SUP-1"))
                .contains("takes part: [per@neighbor.example]")
                .anyMatch(line -> line.endsWith("“Third wrong invoice this week, ask accounting.”"));

        List<String> customer = shown.below("What the customer sees of SUP-1");
        assertThat(customer)
                .containsExactly(
                        "Tue 1 Dec 10:00   Kari Nordmann: “We ordered one lamp, Per and I, and pay for two.”",
                        "with: invoice.pdf, 20000 bytes",
                        "Tue 1 Dec 10:00   Ola Vik: “You are right, a new invoice is on its way.”");
    }

    @Test
    void only_who_belongs_to_the_ticket_sees_it_and_only_while_the_link_is_good() {
        assertThat(shown.lines())
                .endsWith(
                        "Per, who got a copy, signed in to the shop, sees: SUP-1, 2 messages",
                        "Nils, who asked something else, signed in, sees: nothing",
                        "Somebody with a changed link sees: nothing",
                        "Kari with a link that was revoked sees: nothing");
    }
}
