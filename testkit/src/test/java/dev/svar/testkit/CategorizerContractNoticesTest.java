package dev.svar.testkit;

import dev.svar.category.Categorizer;
import dev.svar.category.CategoryAnswer;
import dev.svar.category.CategoryQuestion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The contract notices each promise that a categorizer breaks, by exactly the tests that are about it. */
final class CategorizerContractNoticesTest {
    private static final Categorizer RULES = PaymentCategorizerContract.rules();

    private static void assertNoticed(Duration longest, Function<Categorizer, Categorizer> twisted, String... by)
            throws Exception {
        SuiteRun.assertNoticed(
                CategorizerContract.class,
                () -> new PaymentCategorizerContract() {
                    @Override
                    protected Categorizer openCategorizer() {
                        return twisted.apply(RULES);
                    }

                    @Override
                    protected Duration longestAnswer() {
                        return longest;
                    }
                },
                by);
    }

    private static void assertNoticed(Function<Categorizer, Categorizer> twisted, String... by) throws Exception {
        assertNoticed(Duration.ofSeconds(60), twisted, by);
    }

    private static void assertAnswerNoticed(
            BiFunction<CategoryQuestion, CategoryAnswer, CategoryAnswer> twist, String... by) throws Exception {
        assertNoticed(rules -> question -> twist.apply(question, rules.categorize(question)), by);
    }

    private static CategoryAnswer answer(String category) {
        return new CategoryAnswer(Optional.of(category), 0.5, List.of("because"));
    }

    @Test
    void nothing_wrong() throws Exception {
        assertNoticed(rules -> rules);
    }

    @Test
    void a_categorizer_that_knows_nothing() throws Exception {
        assertNoticed(
                rules -> question -> CategoryAnswer.abstained(),
                "a_category_comes_with_reasons",
                "confidence_is_a_share_and_nothing_without_a_category",
                "what_it_knows_gets_its_category");
    }

    @Test
    void always_the_same_category() throws Exception {
        assertNoticed(
                rules -> question -> answer("payment"),
                "it_abstains_from_an_empty_message",
                "it_abstains_from_words_that_it_never_met",
                "the_language_helps_and_its_absence_does_not_mislead",
                "what_it_knows_gets_its_category");
    }

    @Test
    void a_guess_about_an_empty_message() throws Exception {
        assertAnswerNoticed((q, a) -> q.body().isBlank() ? answer("payment") : a, "it_abstains_from_an_empty_message");
    }

    @Test
    void a_guess_about_unknown_words() throws Exception {
        assertAnswerNoticed(
                (q, a) -> a.category().isEmpty() && !q.body().isBlank() ? answer("payment") : a,
                "it_abstains_from_words_that_it_never_met");
    }

    @Test
    void confidence_in_percent() throws Exception {
        assertAnswerNoticed(
                (q, a) -> new CategoryAnswer(a.category(), a.confidence() * 100, a.reasons()),
                "a_language_that_it_does_not_know_is_no_error",
                "a_message_of_a_hundred_thousand_lines_is_answered_in_bounded_time",
                "confidence_is_a_share_and_nothing_without_a_category");
    }

    @Test
    void confidence_in_nothing() throws Exception {
        assertAnswerNoticed(
                (q, a) -> a.category().isPresent() ? a : new CategoryAnswer(Optional.empty(), 1, List.of()),
                "confidence_is_a_share_and_nothing_without_a_category");
    }

    @Test
    void a_category_without_reasons() throws Exception {
        assertAnswerNoticed(
                (q, a) -> new CategoryAnswer(a.category(), a.confidence(), List.of()), "a_category_comes_with_reasons");
    }

    @Test
    void an_error_about_a_language() throws Exception {
        assertAnswerNoticed(
                (q, a) -> {
                    q.language().filter(l -> l.getLanguage().equals("tlh")).ifPresent(l -> {
                        throw new IllegalArgumentException("no model for " + l);
                    });
                    return a;
                },
                "a_language_that_it_does_not_know_is_no_error");
    }

    @Test
    void another_category_without_the_language() throws Exception {
        assertAnswerNoticed(
                (q, a) -> q.language().isEmpty() && a.category().isPresent() ? answer("other") : a,
                "the_language_helps_and_its_absence_does_not_mislead");
    }

    @Test
    void an_answer_that_wears_off() throws Exception {
        assertNoticed(
                rules -> {
                    Set<CategoryQuestion> asked = ConcurrentHashMap.newKeySet();
                    return question -> asked.add(question) ? rules.categorize(question) : CategoryAnswer.abstained();
                },
                "several_ask_at_once_and_each_gets_the_answer_that_one_would_get",
                "the_same_question_gets_the_same_answer_whatever_was_asked_between");
    }

    @Test
    void an_answer_that_depends_on_the_question_before() throws Exception {
        assertNoticed(
                rules -> {
                    AtomicInteger abstentions = new AtomicInteger();
                    return question -> {
                        CategoryAnswer answer = rules.categorize(question);
                        int before = answer.category().isPresent() ? abstentions.get() : abstentions.incrementAndGet();
                        return answer.category().isPresent() && before > 3
                                ? new CategoryAnswer(answer.category(), answer.confidence() / 2, answer.reasons())
                                : answer;
                    };
                },
                "the_same_question_gets_the_same_answer_whatever_was_asked_between");
    }

    @Test
    void a_categorizer_for_one_thread_only() throws Exception {
        assertNoticed(
                rules -> {
                    AtomicReference<Thread> owner = new AtomicReference<>();
                    return question -> {
                        owner.compareAndSet(null, Thread.currentThread());
                        return owner.get() == Thread.currentThread()
                                ? rules.categorize(question)
                                : CategoryAnswer.abstained();
                    };
                },
                "several_ask_at_once_and_each_gets_the_answer_that_one_would_get");
    }

    @Test
    void no_end_on_a_long_message() throws Exception {
        assertNoticed(
                Duration.ofSeconds(3),
                rules -> question -> question.body().lines().limit(60_000).count() == 60_000
                        ? ForEver.waiting()
                        : rules.categorize(question),
                "a_message_of_a_hundred_thousand_lines_is_answered_in_bounded_time");
    }

    @Test
    void an_error_about_broken_characters() throws Exception {
        assertAnswerNoticed(
                (q, a) -> {
                    if (q.body().contains("\uD800 ")) {
                        throw new IllegalArgumentException("not a character");
                    }
                    return a;
                },
                "whatever_somebody_sends_is_answered");
    }
}
