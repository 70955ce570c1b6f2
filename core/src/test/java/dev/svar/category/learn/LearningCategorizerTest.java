package dev.svar.category.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.category.CategoryQuestion;
import dev.svar.category.learn.Refit.Outcome;
import dev.svar.contact.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LearningCategorizerTest {
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

    private static LearningCategorizer trained(List<CategoryExample> past) {
        LearningCategorizer categorizer =
                LearningCategorizer.builder().examples(past).build();
        assertThat(categorizer.refit().outcome()).isEqualTo(Outcome.PROMOTED);
        return categorizer;
    }

    private static Optional<String> first(LearningCategorizer categorizer, CategoryQuestion question) {
        return categorizer.rank(question, 1).stream().map(r -> r.category()).findFirst();
    }

    private static int right(LearningCategorizer categorizer, List<CategoryExample> examples) {
        return (int) examples.stream()
                .filter(e -> first(categorizer, e.question()).equals(Optional.of(e.category())))
                .count();
    }

    @Test
    void it_learns_from_nothing_one_decision_after_the_other() {
        LearningCategorizer categorizer = LearningCategorizer.builder().build();
        Tickets tickets = new Tickets(1);
        assertThat(categorizer.categorize(CategoryQuestion.of("password")).ranked())
                .isEmpty();

        for (CategoryExample example : tickets.examples(30)) {
            assertThat(categorizer.learn(example, NOW)).isEqualTo(Lesson.LEARNED);
        }

        List<CategoryExample> others = new Tickets(2).examples(20);
        assertThat(right(categorizer, others)).as("right of 100").isGreaterThan(85);
        assertThat(categorizer.refitDue()).isTrue();
        assertThat(categorizer.refit().promoted()).isTrue();
        assertThat(categorizer.refitDue()).isFalse();
        assertThat(right(categorizer, others)).as("right of 100").isGreaterThan(93);
    }

    @Test
    void a_correction_counts_at_once_and_others_stay_right() {
        LearningCategorizer categorizer = trained(new Tickets(1).examples(60));
        List<CategoryExample> others = new Tickets(2).examples(40);
        int before = right(categorizer, others);
        CategoryExample correction = new CategoryExample(
                "odd", CategoryQuestion.of("the zeppelin of my aunt is pink"), "refund", Tickets.BOB);

        assertThat(first(categorizer, correction.question())).isNotEqualTo(Optional.of("refund"));
        categorizer.learn(correction, NOW);

        assertThat(first(categorizer, correction.question())).contains("refund");
        assertThat(right(categorizer, others)).isGreaterThanOrEqualTo(before - 2);
    }

    @Test
    void a_new_category_is_known_from_five_decisions_and_the_others_stay_right() {
        LearningCategorizer categorizer = trained(new Tickets(1).examples(60, "delivery"));
        List<CategoryExample> others = new Tickets(2).examples(40, "delivery");
        int before = right(categorizer, others);

        Tickets tickets = new Tickets(3);
        for (int i = 0; i < 5; i++) {
            categorizer.learn(tickets.example("new" + i, "delivery", Tickets.BOB), NOW);
        }

        assertThat(categorizer.categories()).contains("delivery");
        List<CategoryExample> ofNew = new Tickets(4).examples(40, "payment", "login", "refund", "app");
        assertThat(right(categorizer, ofNew)).as("right of 40").isGreaterThan(24);
        assertThat(right(categorizer, others)).isGreaterThanOrEqualTo(before - 2);
    }

    @Test
    void a_training_that_has_fewer_right_than_the_live_model_had_is_not_promoted() {
        LearningCategorizer categorizer = trained(new Tickets(1).examples(100));
        for (CategoryExample e : new Tickets(2).examples(40)) {
            categorizer.learn(
                    new CategoryExample("good " + e.id(), e.question(), e.category(), Actor.rule("test")), NOW);
        }
        for (CategoryExample e : new Tickets(1).examples(100)) { // the past is said to have been about something else
            String other = e.category().equals("login") ? "app" : "login";
            categorizer.learn(new CategoryExample(e.id(), e.question(), other, Actor.rule("test")), NOW);
        }

        Refit refit = categorizer.refit();

        assertThat(refit.outcome()).as("%s", refit).isEqualTo(Outcome.NOT_BETTER);
        assertThat(refit.newRight()).isLessThan(refit.liveRight());
    }

    @Test
    void nobody_teaches_more_than_the_pace_allows_and_rules_are_not_held_back() {
        LearningCategorizer categorizer =
                LearningCategorizer.builder().pace(2, Duration.ofMinutes(10)).build();
        Tickets tickets = new Tickets(1);

        assertThat(categorizer.learn(tickets.example("1", "app", Tickets.ADA), NOW))
                .isEqualTo(Lesson.LEARNED);
        assertThat(categorizer.learn(tickets.example("2", "app", Tickets.ADA), NOW))
                .isEqualTo(Lesson.LEARNED);
        assertThat(categorizer.learn(tickets.example("3", "login", Tickets.ADA), NOW.plusSeconds(599)))
                .isEqualTo(Lesson.TOO_MANY);
        assertThat(categorizer.categories()).containsExactly("app");
        assertThat(categorizer.learn(tickets.example("3", "app", Tickets.BOB), NOW))
                .isEqualTo(Lesson.LEARNED);
        assertThat(categorizer.learn(tickets.example("4", "app", Tickets.ADA), NOW.plusSeconds(600)))
                .isEqualTo(Lesson.LEARNED);
        for (int i = 0; i < 5; i++) {
            assertThat(categorizer.learn(tickets.example("r" + i, "app", Actor.rule("import")), NOW))
                    .isEqualTo(Lesson.LEARNED);
        }
    }

    @Test
    void a_text_without_words_teaches_nothing() {
        LearningCategorizer categorizer = LearningCategorizer.builder().build();

        assertThat(categorizer.learn(new CategoryExample("1", CategoryQuestion.of("!!! 💳"), "app", Tickets.ADA), NOW))
                .isEqualTo(Lesson.NOT_LEARNABLE);
        assertThat(categorizer.categories()).isEmpty();
    }

    @Test
    void empty_one_word_and_huge_texts_are_learned_one_by_one_and_a_single_category_is_enough() {
        LearningCategorizer categorizer = LearningCategorizer.builder().build();
        String huge = "late parcel ".repeat(90_000);

        assertThat(categorizer.learn(new CategoryExample("1", CategoryQuestion.of(""), "odd", Tickets.ADA), NOW))
                .isEqualTo(Lesson.NOT_LEARNABLE);
        assertThat(categorizer.learn(new CategoryExample("2", CategoryQuestion.of("parcel"), "odd", Tickets.ADA), NOW))
                .isEqualTo(Lesson.LEARNED);
        assertThat(categorizer.learn(new CategoryExample("3", CategoryQuestion.of(huge), "odd", Tickets.ADA), NOW))
                .isEqualTo(Lesson.LEARNED);

        for (int trainings = 0; trainings < 2; trainings++) {
            for (String text : List.of("", "parcel", huge)) {
                assertThat(first(categorizer, CategoryQuestion.of(text))).contains("odd");
            }
            assertThat(categorizer.refit().promoted()).isTrue();
        }
    }

    @Test
    void what_somebody_flipped_is_put_right_by_forgetting_it() {
        List<CategoryExample> past = new Tickets(1).examples(40);
        LearningCategorizer categorizer = trained(past);
        byte[] before = categorizer.model().orElseThrow().toBytes();
        for (CategoryExample example : past.subList(0, 100)) {
            categorizer.learn(new CategoryExample(example.id(), example.question(), "app", Tickets.BOB), NOW);
        }

        assertThat(categorizer.forgetTaughtBy(Tickets.BOB)).isEqualTo(100);
        assertThat(categorizer.refitDue()).isTrue();
        assertThat(categorizer.refit().promoted()).isTrue();

        assertThat(categorizer.model().orElseThrow().toBytes()).isEqualTo(before);
    }

    @Test
    void nothing_is_left_of_forgotten_examples_after_a_training() {
        List<CategoryExample> past = new Tickets(1).examples(40);
        List<CategoryExample> erased = past.subList(50, 80);
        LearningCategorizer categorizer = trained(past);

        assertThat(categorizer.forget(erased.stream().map(CategoryExample::id).toList()))
                .isEqualTo(30);
        categorizer.refit();

        List<CategoryExample> others = new ArrayList<>(past);
        others.removeAll(erased);
        byte[] alone = new CategoryTrainer().train(others).toBytes();
        assertThat(categorizer.model().orElseThrow().toBytes()).isEqualTo(alone);

        categorizer.forget(others.stream().map(CategoryExample::id).toList());
        assertThat(categorizer.refit().outcome()).isEqualTo(Outcome.EMPTY);
        assertThat(categorizer.categories()).isEmpty();
        assertThat(categorizer.model()).isEmpty();
    }

    @Test
    void categories_are_renamed_merged_and_retired_at_once_and_stay_so_after_a_training() {
        LearningCategorizer categorizer = trained(new Tickets(1).examples(60));
        CategoryQuestion login = CategoryQuestion.of("password locked reset");
        CategoryQuestion refund = CategoryQuestion.of("refund money back retur");
        CategoryQuestion app = CategoryQuestion.of("crash freezes screen");

        categorizer.rename("login", "access");
        categorizer.rename("refund", "payment");
        categorizer.retire("app");
        for (int trainings = 0; trainings < 2; trainings++) {
            assertThat(categorizer.categories()).containsExactly("access", "delivery", "payment");
            assertThat(first(categorizer, login)).contains("access");
            assertThat(first(categorizer, refund)).contains("payment");
            assertThat(categorizer.rank(app, 5)).noneMatch(r -> r.category().equals("app"));
            categorizer.refit();
        }
    }

    @Test
    void new_words_are_noticed_as_drift_and_a_training_ends_it() {
        LearningCategorizer categorizer = trained(new Tickets(1).examples(60));
        Tickets same = new Tickets(2);
        IntStream.range(0, 300)
                .forEach(i -> categorizer.categorize(
                        CategoryQuestion.of(same.text(Tickets.categories().get(i % 5)))));
        assertThat(categorizer.drift().drifted()).as("%s", categorizer.drift()).isFalse();

        IntStream.range(0, 700).forEach(i -> categorizer.categorize(CategoryQuestion.of("zeppelin over the bay " + i)));
        assertThat(categorizer.drift().drifted()).as("%s", categorizer.drift()).isTrue();

        categorizer.refit();
        assertThat(categorizer.drift().asked()).isZero();
    }

    @Test
    void it_answers_and_learns_while_it_is_trained_and_what_came_meanwhile_is_kept() throws Exception {
        LearningCategorizer categorizer = trained(new Tickets(1).examples(200));
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            Future<Refit> training = one.submit(categorizer::refit);
            CategoryQuestion zeppelin = CategoryQuestion.of("a zeppelin over the bay");
            int learned = 0;
            while (!training.isDone()) {
                String id = "meanwhile " + learned;
                categorizer.learn(new CategoryExample(id, zeppelin, "zeppelins", Actor.rule("test")), NOW);
                assertThat(categorizer
                                .categorize(CategoryQuestion.of("password locked"))
                                .ranked())
                        .isNotEmpty();
                learned++;
            }
            assertThat(training.get().outcome()).isEqualTo(Outcome.PROMOTED);
            assertThat(learned).isPositive();
            assertThat(categorizer.categories()).contains("zeppelins");
        } finally {
            one.shutdownNow();
        }
    }

    @Test
    void what_is_forgotten_while_it_is_trained_is_not_in_what_answers_then() throws Exception {
        List<CategoryExample> past = new Tickets(1).examples(200);
        LearningCategorizer categorizer = trained(past);
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            Future<Refit> training = one.submit(categorizer::refit);
            categorizer.retire("app");
            Refit refit = training.get();
            assertThat(refit.outcome()).isIn(Outcome.OVERTAKEN, Outcome.PROMOTED);
            assertThat(categorizer.categories()).doesNotContain("app");
        } finally {
            one.shutdownNow();
        }
    }

    @Test
    void of_more_examples_than_are_kept_the_oldest_are_dropped() {
        LearningCategorizer categorizer = LearningCategorizer.builder().kept(50).build();
        new Tickets(1).examples(20).forEach(e -> categorizer.learn(e, NOW));

        assertThat(categorizer.refit().examples()).isEqualTo(50);
    }
}
