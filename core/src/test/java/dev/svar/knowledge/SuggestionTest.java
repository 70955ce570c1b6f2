package dev.svar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SuggestionTest {
    private static final ArticleId CARD = new ArticleId(new UUID(0, 1));
    private static final ArticleId VIPPS = new ArticleId(new UUID(0, 2));
    private static final ArticleId OTHER = new ArticleId(new UUID(0, 3));
    private static final TicketId TICKET = new TicketId(new UUID(0, 4));
    private static final ContactId KARI = new ContactId(new UUID(0, 5));
    private static final Suggestion ASKED = Suggestion.begin(
                    new SuggestionId(new UUID(0, 6)),
                    TenantId.DEFAULT,
                    Optional.empty(),
                    Instant.parse("2026-12-01T09:00:00Z"))
            .asked("my card", Optional.of(Locale.ENGLISH), Optional.empty(), shown(CARD));

    private static List<ShownArticle> shown(ArticleId... articles) {
        return Stream.of(articles)
                .map(article -> new ShownArticle(article, 700))
                .toList();
    }

    @Test
    void while_somebody_types_the_question_keeps_its_last_words_and_all_that_was_shown() {
        Suggestion typed =
                ASKED.asked("my card fails", Optional.of(Locale.ENGLISH), Optional.empty(), shown(VIPPS, CARD));

        assertThat(typed.words()).isEqualTo("my card fails");
        assertThat(typed.shown()).containsExactly(CARD, VIPPS);
        assertThat(typed.latest()).isEqualTo(shown(VIPPS, CARD));
        assertThat(typed.asked("my card fails", Optional.of(Locale.ENGLISH), Optional.empty(), shown(VIPPS, CARD)))
                .isSameAs(typed);
        assertThat(typed.asked("my card fails", Optional.of(Locale.ENGLISH), Optional.empty(), shown(VIPPS))
                        .latest())
                .isEqualTo(shown(VIPPS));
    }

    @Test
    void only_an_article_that_was_shown_can_be_opened_help_or_answer() {
        assertThat(ASKED.opened(OTHER)).isSameAs(ASKED);
        assertThat(ASKED.voted(OTHER, true)).isSameAs(ASKED);
        assertThat(ASKED.solved(OTHER, Optional.empty())).isSameAs(ASKED);
        Suggestion opened = ASKED.opened(CARD);
        assertThat(opened.opened()).containsExactly(CARD);
        assertThat(opened.opened(CARD)).isSameAs(opened);
        Suggestion voted = opened.voted(CARD, false);
        assertThat(voted.voted(CARD, false)).isSameAs(voted);
        assertThat(voted.voted(CARD, true).votes()).containsEntry(CARD, true);
    }

    @Test
    void who_asks_after_an_article_answered_was_not_answered() {
        TaughtWords words = new TaughtWords(Locale.ENGLISH, "my card");
        Suggestion solved = ASKED.solved(CARD, Optional.of(words));
        assertThat(solved.taught()).contains(words);
        assertThat(solved.solvedBy()).contains(CARD);
        assertThat(solved.isOver()).isTrue();
        assertThat(solved.asked("more", Optional.empty(), Optional.empty(), shown(VIPPS)))
                .isSameAs(solved);

        Suggestion asked = solved.askedAllTheSame(TICKET, KARI);
        assertThat(asked.solvedBy()).isEmpty();
        assertThat(asked.taught()).isEmpty();
        assertThat(asked.opened()).containsExactly(CARD);
        assertThat(asked.ticket()).contains(TICKET);
        assertThat(asked.by()).contains(KARI);
        assertThat(asked.solved(CARD, Optional.empty())).isSameAs(asked);
        assertThat(asked.askedAllTheSame(new TicketId(new UUID(0, 9)), KARI)).isSameAs(asked);
    }

    @Test
    void what_is_forgotten_still_counts() {
        Suggestion forgotten = ASKED.askedAllTheSame(TICKET, KARI).forgotten();

        assertThat(forgotten.words()).isEmpty();
        assertThat(forgotten.by()).isEmpty();
        assertThat(forgotten.ticket()).contains(TICKET);
        assertThat(ASKED.solved(CARD, Optional.of(new TaughtWords(Locale.ENGLISH, "my card")))
                        .forgotten()
                        .taught())
                .isEmpty();
        assertThat(forgotten.shown()).containsExactly(CARD);
    }

    @Test
    void a_question_that_shows_ever_more_keeps_the_first_ones() {
        List<ShownArticle> many = new ArrayList<>();
        for (int i = 0; i < 2 * Suggestion.MAX_SHOWN; i++) {
            many.add(ShownArticle.of(new ArticleId(new UUID(1, i)), 0.5));
        }

        assertThat(ASKED.asked("x".repeat(5000), Optional.empty(), Optional.empty(), many)
                        .shown())
                .hasSize(Suggestion.MAX_SHOWN)
                .startsWith(CARD);
    }

    @Test
    void who_logs_in_while_typing_is_noted_so_that_the_words_can_be_forgotten() {
        ContactId kari = KARI;
        Suggestion known = ASKED.asked("my card", Optional.of(Locale.ENGLISH), Optional.of(kari), shown(CARD));
        assertThat(known.by()).contains(kari);
        assertThat(known.version()).isEqualTo(ASKED.version() + 1);
        assertThat(known.asked("my card", Optional.of(Locale.ENGLISH), Optional.empty(), shown(CARD)))
                .isSameAs(known);
    }
}
