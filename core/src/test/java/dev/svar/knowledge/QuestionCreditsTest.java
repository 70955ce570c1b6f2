package dev.svar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class QuestionCreditsTest {
    private static final ArticleId CARD = new ArticleId(new UUID(0, 1));
    private static final ArticleId VIPPS = new ArticleId(new UUID(0, 2));
    private static final ArticleId OTHER = new ArticleId(new UUID(0, 3));
    private static final ArticleId NEW_ONE = new ArticleId(new UUID(0, 9));
    private static final Suggestion NEW = Suggestion.begin(
            new SuggestionId(new UUID(0, 6)),
            TenantId.DEFAULT,
            Optional.empty(),
            Instant.parse("2026-12-01T09:00:00Z"));

    /** By place and chance the first is due four fifths of a look: 400 of it and a quarter of 400. */
    private static final Suggestion ASKED = shown(NEW, new ShownArticle(CARD, 400), new ShownArticle(VIPPS, 400));

    private static Suggestion shown(Suggestion before, ShownArticle... articles) {
        return before.asked("card " + articles.length, Optional.empty(), Optional.empty(), List.of(articles));
    }

    private static Suggestion solved(Suggestion question, ArticleId article) {
        return question.solved(article, Optional.empty());
    }

    private static Suggestion ticket(Suggestion question) {
        return question.askedAllTheSame(new TicketId(new UUID(0, 4)), new ContactId(new UUID(0, 5)));
    }

    /** What all the steps together come to. */
    private static Map<ArticleId, ArticleCredit> all(Suggestion... steps) {
        Map<ArticleId, ArticleCredit> all = new HashMap<>();
        for (int i = 1; i < steps.length; i++) {
            QuestionCredits.between(steps[i - 1], steps[i])
                    .forEach((article, credit) -> all.merge(article, credit, ArticleCredit::plus));
        }
        return all;
    }

    @Test
    void who_types_looks_at_the_list_and_goes_or_asks_says_nothing_about_any_article() {
        assertThat(all(NEW, ASKED, shown(ASKED, ShownArticle.of(OTHER, 1)))).isEmpty();
        assertThat(all(ASKED, ticket(ASKED))).isEmpty();
        assertThat(all(ASKED, ASKED.forgotten())).isEmpty();
    }

    @Test
    void what_is_due_goes_by_place_and_chance_and_who_opens_without_a_word_is_half_answered() {
        assertThat(all(ASKED, ASKED.opened(VIPPS)))
                .isEqualTo(Map.of(CARD, new ArticleCredit(0, 800), VIPPS, new ArticleCredit(500, 200)));
    }

    @Test
    void the_likelier_a_text_seems_to_answer_the_more_is_due_to_its_article() {
        Suggestion unsure = shown(NEW, new ShownArticle(CARD, 200), new ShownArticle(VIPPS, 800));

        assertThat(all(unsure, unsure.opened(VIPPS)))
                .isEqualTo(Map.of(CARD, new ArticleCredit(0, 500), VIPPS, new ArticleCredit(500, 500)));
    }

    @Test
    void what_was_looked_at_before_is_due_nothing_of_the_next_look() {
        Suggestion first = ASKED.opened(CARD);

        assertThat(all(first, first.opened(VIPPS))).isEqualTo(Map.of(VIPPS, new ArticleCredit(500, 1000)));
    }

    @Test
    void an_answer_counts_once_whatever_was_said_before() {
        Suggestion opened = ASKED.opened(CARD);
        Suggestion voted = opened.voted(CARD, true);
        Suggestion answered = solved(voted, CARD);
        Map<ArticleId, ArticleCredit> once =
                Map.of(CARD, new ArticleCredit(1000, 800), VIPPS, new ArticleCredit(0, 200));

        assertThat(all(ASKED, opened, voted, answered)).isEqualTo(once);
        assertThat(all(ASKED, solved(ASKED, CARD))).isEqualTo(once);
        assertThat(all(ASKED, opened, solved(opened, CARD))).isEqualTo(once);
    }

    @Test
    void who_asks_all_the_same_takes_back_what_the_article_earned_but_not_what_was_due() {
        Map<ArticleId, ArticleCredit> failed =
                Map.of(CARD, new ArticleCredit(0, 800), VIPPS, new ArticleCredit(0, 200));
        Suggestion opened = ASKED.opened(CARD);
        Suggestion answered = solved(ASKED, CARD);

        assertThat(all(ASKED, opened, ticket(opened))).isEqualTo(failed);
        assertThat(all(ASKED, answered, ticket(answered), ticket(answered).opened(CARD)))
                .isEqualTo(failed);
    }

    @Test
    void what_is_said_not_to_have_helped_earns_nothing_until_it_is_said_to_have_helped() {
        Suggestion opened = ASKED.opened(CARD);
        Suggestion useless = opened.voted(CARD, false);

        assertThat(all(ASKED, opened, useless).get(CARD)).isEqualTo(new ArticleCredit(0, 800));
        assertThat(all(ASKED, opened, useless, useless.voted(CARD, true)).get(CARD))
                .isEqualTo(new ArticleCredit(1000, 800));
        assertThat(all(ASKED, opened, solved(opened, VIPPS)).get(CARD))
                .as("another one answered")
                .isEqualTo(new ArticleCredit(0, 800));
    }

    @Test
    void what_is_not_in_the_list_any_more_is_compared_with_nothing() {
        Suggestion typed =
                shown(ASKED, ShownArticle.of(OTHER, 0.9), ShownArticle.of(CARD, 0.6), ShownArticle.of(NEW_ONE, 0.6));

        assertThat(all(typed, typed.opened(VIPPS))).isEqualTo(Map.of(VIPPS, new ArticleCredit(500, 1000)));
    }

    @Test
    void an_article_that_is_shown_alone_earns_nothing_and_is_due_nothing_until_another_one_is_shown() {
        Suggestion alone = shown(NEW, new ShownArticle(CARD, 400));
        Suggestion opened = alone.opened(CARD);
        Suggestion answered = solved(opened, CARD);

        assertThat(all(alone, opened, answered, ticket(answered))).isEmpty();
        assertThat(all(alone, alone.voted(CARD, true), alone.voted(CARD, true).voted(CARD, false)))
                .isEmpty();

        Suggestion two = shown(opened, new ShownArticle(CARD, 400), new ShownArticle(VIPPS, 400));
        assertThat(all(alone, opened, two, solved(two, CARD))).isEqualTo(Map.of(CARD, new ArticleCredit(1000, 1000)));
        assertThat(all(alone, opened, two, ticket(two))).isEqualTo(Map.of(CARD, new ArticleCredit(0, 1000)));
    }

    @Test
    void whoever_does_whatever_in_whatever_order_an_article_earns_one_question_at_most() {
        Random random = new Random(7);
        List<ArticleId> known = List.of(CARD, VIPPS, OTHER);
        for (int run = 0; run < 2000; run++) {
            List<Suggestion> steps = new ArrayList<>(List.of(NEW));
            for (int i = 0; i < 12; i++) {
                Suggestion last = steps.get(steps.size() - 1);
                ArticleId article = known.get(random.nextInt(3));
                steps.add(
                        switch (random.nextInt(6)) {
                            case 0 -> last.opened(article);
                            case 1 -> last.voted(article, random.nextBoolean());
                            case 2 -> random.nextInt(4) > 0 ? last : solved(last, article);
                            case 3 -> random.nextInt(6) > 0 ? last : ticket(last);
                            default ->
                                shown(
                                        last,
                                        new ShownArticle(article, 50 + random.nextInt(900)),
                                        new ShownArticle(known.get((known.indexOf(article) + 1) % 3), 500));
                        });
            }
            Suggestion end = steps.get(steps.size() - 1);
            Map<ArticleId, ArticleCredit> all = all(steps.toArray(Suggestion[]::new));
            assertThat(all.values())
                    .as("seed 7, run %s", run)
                    .allSatisfy(credit -> assertThat(credit.earned()).isBetween(0L, 1000L));
            long looks = known.stream()
                    .filter(end.shown()::contains)
                    .filter(a -> looked(end, a))
                    .count();
            long due = all.values().stream().mapToLong(ArticleCredit::due).sum();
            assertThat(due).as("seed 7, run %s", run).isBetween(1000 * looks - 6, 1000 * looks + 6);
        }
    }

    private static boolean looked(Suggestion question, ArticleId article) {
        return question.opened().contains(article)
                || question.votes().containsKey(article)
                || question.solvedBy().equals(Optional.of(article));
    }
}
