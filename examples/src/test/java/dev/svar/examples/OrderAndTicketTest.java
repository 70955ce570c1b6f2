package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The examples of orders and tickets in one transaction. */
final class OrderAndTicketTest {
    private static final String NOTHING = "The payment of A-1 is declined: orders [], tickets []";
    private static final String BOTH = "After the commit of A-2: orders [A-2], tickets [Engraving of order A-2]";

    @Test
    void with_plain_jdbc_both_are_stored_or_none_and_mail_leaves_after_the_commit() {
        assertThat(Shown.by(OrderAndTicketTogether::run).lines())
                .containsExactly(
                        NOTHING,
                        "Before the commit of A-2: orders [], tickets [], mails 0",
                        BOTH + ", mails 1",
                        "The ticket of A-2 cannot be solved, it is: CLOSED",
                        "A-3 is committed all the same: orders [A-2, A-3], tickets [Engraving of order A-2]");
    }

    @Test
    void with_spring_both_are_stored_or_none_and_a_ticket_alone_needs_no_transaction() {
        assertThat(Shown.by(OrderAndTicketWithSpring::run).lines())
                .containsExactly(
                        NOTHING,
                        BOTH,
                        "A ticket outside of any transaction: orders [A-2],"
                                + " tickets [Engraving of order A-2, Engraving of order A-3]");
    }

    @Test
    void with_jdbi_both_are_stored_or_none() {
        assertThat(Shown.by(OrderAndTicketWithJdbi::run).lines()).containsExactly(NOTHING, BOTH);
    }

    @Test
    void flyway_creates_tables_that_the_store_takes() {
        assertThat(Shown.by(TablesByFlyway::run).lines())
                .containsExactly(
                        "The shop's migrations: 1",
                        "Svar's migrations the second time: 0",
                        "Version of Svar's tables: 1",
                        "After the commit of A-1: orders [A-1], tickets [Engraving of order A-1]");
    }
}
