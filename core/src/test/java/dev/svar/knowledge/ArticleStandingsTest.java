package dev.svar.knowledge;

import static dev.svar.knowledge.ShelfOfTwo.FIRST;
import static dev.svar.knowledge.ShelfOfTwo.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArticleStandingsTest {
    private static final long SEED = 5;
    private static final ArticleCredit GOOD = new ArticleCredit(90_000, 60_000);
    private static final ArticleCredit BAD = new ArticleCredit(0, 60_000);

    private record Found(ArticleId article, double confidence) {}

    private static Found found(int id, double confidence) {
        return new Found(new ArticleId(new UUID(0, id)), confidence);
    }

    private static List<Found> ranked(List<Found> found, Map<ArticleId, ArticleCredit> credits) {
        return ArticleStandings.ranked(found, Found::article, Found::confidence, credits);
    }

    @Test
    void of_what_nothing_is_known_the_order_is_that_in_which_it_was_found_whatever_it_is_sure_of() {
        Random random = new Random(SEED);
        for (int run = 0; run < 500; run++) {
            List<Found> found = new ArrayList<>();
            for (int i = 0; i < random.nextInt(8); i++) {
                found.add(found(i, random.nextInt(5) == 0 ? Double.NaN : random.nextDouble()));
            }
            assertThat(ranked(found, Map.of())).isEqualTo(found);
            Map<ArticleId, ArticleCredit> same = new HashMap<>();
            found.forEach(one -> same.put(one.article(), new ArticleCredit(700, 900)));
            assertThat(ranked(found, same)).as("all did as well").isEqualTo(found);
        }
    }

    @Test
    void what_answered_more_often_than_was_due_passes_what_seems_to_answer_as_well() {
        List<Found> found = List.of(found(1, 0.7), found(2, 0.7), found(3, 0.7));

        assertThat(ranked(found, Map.of(SECOND, GOOD, FIRST, new ArticleCredit(60_000, 90_000))))
                .containsExactly(found.get(1), found.get(2), found.get(0));
        assertThat(ranked(found, Map.of(FIRST, BAD)))
                .as("nobody whom it was shown was helped")
                .containsExactly(found.get(1), found.get(2), found.get(0));
    }

    @ParameterizedTest
    @CsvSource({"0.6, 0.44, true", "0.6, 0.42, false", "0.9, 0.83, true", "0.9, 0.81, false"})
    void it_passes_only_what_is_at_most_twice_as_likely_by_the_odds(double first, double second, boolean passes) {
        List<Found> found = List.of(found(1, first), found(2, second));

        assertThat(ranked(found, Map.of(FIRST, BAD, SECOND, new ArticleCredit(60_000, 10_000))))
                .isEqualTo(passes ? List.of(found.get(1), found.get(0)) : found);
    }

    @Test
    void a_single_question_moves_little() {
        Map<ArticleId, ArticleCredit> once =
                Map.of(FIRST, new ArticleCredit(0, 800), SECOND, new ArticleCredit(1000, 200));

        assertThat(ranked(List.of(found(1, 0.61), found(2, 0.6)), once)).first().isEqualTo(found(2, 0.6));
        assertThat(ranked(List.of(found(1, 0.65), found(2, 0.6)), once)).first().isEqualTo(found(1, 0.65));
    }

    @Test
    void what_is_used_is_no_worse_than_what_nobody_knows_if_all_who_open_something_ask_as_often() {
        List<Found> found = List.of(found(1, 0.62), found(2, 0.6));

        assertThat(ranked(found, Map.of(FIRST, new ArticleCredit(30_000, 100_000))))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.7})
    void an_article_that_answers_better_climbs_from_the_second_place_and_stays(double looksOn) {
        ShelfOfTwo shelf = new ShelfOfTwo(SEED, looksOn, 0.35, 0.7);
        shelf.asked(1000, 0.7, 0.7);

        assertThat(shelf.asked(3000, 0.7, 0.7)).as("seed %s", SEED).isGreaterThan(2850);
        ShelfOfTwo other = new ShelfOfTwo(SEED, looksOn, 0.7, 0.35);
        assertThat(other.asked(4000, 0.7, 0.7))
                .as("the better one is first, seed %s", SEED)
                .isLessThan(200);
    }

    @Test
    void an_article_does_not_keep_its_place_by_having_been_shown_first() {
        ShelfOfTwo shelf = new ShelfOfTwo(SEED, 0.5, 0.45, 0.65);
        assertThat(shelf.asked(400, 0.85, 0.6)).as("its text is far better").isZero();
        assertThat(shelf.of(FIRST).earned())
                .as("it was opened more often, and answered more often in all")
                .isGreaterThan(shelf.of(SECOND).earned());

        shelf.asked(500, 0.7, 0.7);
        assertThat(shelf.asked(500, 0.7, 0.7)).as("seed %s", SEED).isGreaterThan(450);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.5, 0.7})
    void articles_that_are_as_good_do_not_drift_apart(double looksOn) {
        ShelfOfTwo shelf = new ShelfOfTwo(SEED, looksOn, 0.5, 0.5);
        for (int i = 0; i < 10; i++) {
            shelf.asked(2000, 0.7, 0.7);
            assertThat(Math.log(shelf.rate(FIRST) / shelf.rate(SECOND)))
                    .as("after %s questions, seed %s", 2000 * (i + 1), SEED)
                    .isBetween(-0.25, 0.25);
        }
    }
}
