package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.category.Categorizer;
import dev.svar.category.CategoryAnswer;
import dev.svar.category.CategoryQuestion;
import dev.svar.contact.Channel;
import dev.svar.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Categorizer} must do: extend it, give a categorizer that knows something, and all of it must pass. The
 * suite checks what holds for each of them, not how good the answers are.
 */
public abstract class CategorizerContract {
    private static final int THREADS = 8;
    private static final int LINES = 100_000;

    private Categorizer categorizer;
    private Patience patience;

    /** For subclasses. */
    protected CategorizerContract() {}

    /**
     * Opens the categorizer under test, with rules or a model that stay the same.
     *
     * @return the categorizer; it may be the same for every test
     */
    protected abstract Categorizer openCategorizer();

    /**
     * What it knows: questions to which it has an answer, at least one in each language that it serves, and of two categories
     * at least.
     *
     * @return questions with their categories
     */
    protected abstract List<Known> known();

    /**
     * Tells how long one answer may take.
     *
     * @return as long as it may take for the longest message on a busy machine
     */
    protected abstract Duration longestAnswer();

    /**
     * A question with its answer.
     *
     * @param question what is asked
     * @param category what it is about
     */
    public record Known(CategoryQuestion question, String category) {
        /**
         * A mail.
         *
         * @param language its language, as a tag such as {@code nb}
         * @param subject its subject
         * @param body its text
         * @param category what it is about
         * @return the question with its answer
         */
        public static Known mail(String language, String subject, String body, String category) {
            Optional<Locale> locale = Optional.of(Locale.forLanguageTag(language));
            return new Known(new CategoryQuestion(subject, body, Channel.MAIL, locale), category);
        }
    }

    @BeforeEach
    final void open() {
        categorizer = openCategorizer();
        patience = new Patience(longestAnswer());
    }

    @AfterEach
    final void close() {
        patience.close();
    }

    // What it knows

    @Test
    final void what_it_knows_gets_its_category() throws Exception {
        assertThat(known()).extracting(Known::category).doesNotContain("").hasSizeGreaterThan(1);
        for (Known known : known()) {
            assertThat(ask(known.question()).category())
                    .as("the category of %s", known.question())
                    .contains(known.category());
        }
    }

    @Test
    final void a_category_comes_with_reasons() throws Exception {
        for (Known known : known()) {
            assertThat(ask(known.question()).reasons())
                    .as("the reasons for the category of %s", known.question())
                    .isNotEmpty()
                    .allSatisfy(reason -> assertThat(reason).isNotBlank());
        }
    }

    @Test
    final void confidence_is_a_share_and_nothing_without_a_category() throws Exception {
        for (Known known : known()) {
            assertThat(ask(known.question()).confidence())
                    .as("the confidence about %s", known.question())
                    .isGreaterThan(0)
                    .isLessThanOrEqualTo(1);
        }
        for (String text : unknown()) {
            CategoryAnswer answer = ask("", text);
            if (answer.category().isEmpty()) {
                assertThat(answer.confidence()).isZero();
            }
        }
    }

    // What it does not know

    @Test
    final void it_abstains_from_an_empty_message() throws Exception {
        for (String empty : List.of("", " ", "\r\n\t\r\n")) {
            assertThat(ask(empty, empty).category()).isEmpty();
        }
    }

    @Test
    final void it_abstains_from_words_that_it_never_met() throws Exception {
        for (String text : unknown()) {
            assertThat(ask(text, text).category())
                    .as("the category of \"%s\"", text)
                    .isEmpty();
        }
    }

    @Test
    final void a_language_that_it_does_not_know_is_no_error() throws Exception {
        for (String tag : List.of("und", "tlh", "x-svar", "nb-Latn-NO-x-lang")) {
            for (Known known : known()) {
                CategoryQuestion q = known.question();
                answered(new CategoryQuestion(
                        q.subject(), q.body(), q.channel(), Optional.of(Locale.forLanguageTag(tag))));
            }
        }
    }

    @Test
    final void the_language_helps_and_its_absence_does_not_mislead() throws Exception {
        for (Known known : known()) {
            CategoryQuestion q = known.question();
            CategoryAnswer answer = ask(new CategoryQuestion(q.subject(), q.body(), q.channel(), Optional.empty()));

            assertThat(answer.category().or(() -> Optional.of(known.category())))
                    .as("the category of %s without its language", q)
                    .contains(known.category());
        }
    }

    // What does not change

    @Test
    final void the_same_question_gets_the_same_answer_whatever_was_asked_between() throws Exception {
        List<Known> order = new ArrayList<>(known());
        List<CategoryAnswer> first = answers(order);
        for (String text : unknown()) {
            ask(text, text);
        }
        assertThat(answers(order)).isEqualTo(first);

        Collections.reverse(order);
        Collections.reverse(first);
        assertThat(answers(order)).isEqualTo(first);
    }

    @Test
    final void several_ask_at_once_and_each_gets_the_answer_that_one_would_get() throws Exception {
        List<Known> all = known();
        List<CategoryAnswer> alone = answers(all);

        List<List<CategoryAnswer>> together = Race.of(THREADS, i -> {
            List<CategoryAnswer> own = new ArrayList<>(Collections.nCopies(all.size(), CategoryAnswer.abstained()));
            for (int j = 0; j < all.size(); j++) {
                int at = (i + j) % all.size();
                own.set(at, categorizer.categorize(all.get(at).question()));
            }
            return own;
        });

        assertThat(together).hasSize(THREADS).containsOnly(alone);
    }

    // What somebody may send

    @Test
    final void a_message_of_a_hundred_thousand_lines_is_answered_in_bounded_time() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            text.append("ord").append(i).append(" og ").append(i).append('\n');
        }
        answered(question("", text.toString()));
        for (Known known : known()) {
            answered(question(known.question().subject(), known.question().body() + "\n" + text));
        }
    }

    @Test
    final void whatever_somebody_sends_is_answered() throws Exception {
        for (String text : List.of(
                "\0\1\u007f\uFEFF\u202E\u200B",
                "\uD800 \uDC00\uD800 lone surrogates",
                "e\u0301".repeat(100_000),
                "x".repeat(Message.MAX_TEXT_LENGTH),
                "a ".repeat(Message.MAX_TEXT_LENGTH / 2),
                "((((((a+)+)+)+)+)+)+$ .*.*.*.*.*[[[\\",
                "{{ ticket.id }} ${jndi:x} %s %n <b>&amp;",
                "İstanbul ǅ ﬁ ß \u0130")) {
            answered(question(text, text));
        }
    }

    private static List<String> unknown() {
        return List.of("qzxv wqpf", "!!! ??? …", "💳💳 🏃", "0000 111111", "ꙮꙮ ꙮ");
    }

    private List<CategoryAnswer> answers(List<Known> questions) throws Exception {
        List<CategoryAnswer> answers = new ArrayList<>();
        for (Known known : questions) {
            answers.add(ask(known.question()));
        }
        return answers;
    }

    private void answered(CategoryQuestion question) throws Exception {
        CategoryAnswer answer = ask(question);
        assertThat(answer.confidence()).isBetween(0.0, 1.0);
    }

    private CategoryAnswer ask(String subject, String body) throws Exception {
        return ask(question(subject, body));
    }

    private CategoryAnswer ask(CategoryQuestion question) throws Exception {
        return patience.call("categorize", () -> categorizer.categorize(question));
    }

    private static CategoryQuestion question(String subject, String body) {
        return new CategoryQuestion(subject, body, Channel.MAIL, Optional.empty());
    }
}
