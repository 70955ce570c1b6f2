package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ArticleFromTicketTest {
    private final Shown shown = Shown.by(ArticleFromTicket::run);

    @Test
    void an_answer_becomes_an_article_without_its_customer_and_the_next_ticket_is_answered_with_a_link() {
        assertThat(shown.text())
                .contains("Hello █████,\n", "at █████. More: https://shop.example/3ds")
                .contains("somebody else than who wrote it must do so")
                .contains("Lise publishes it: PUBLISHED")
                .contains("| My card is declined\n  | https://shop.example/help/")
                .contains("Per follows the link, looks: 1\n");
    }
}
