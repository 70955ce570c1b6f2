package dev.svar.examples;

import dev.svar.category.Categorizer;
import dev.svar.category.CategoryAnswer;
import dev.svar.category.CategoryQuestion;
import dev.svar.category.RuleCategorizer;
import dev.svar.category.learn.CategoryExample;
import dev.svar.category.learn.LearningCategorizer;
import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A categorizer that begins with one rule and past tickets, and learns from what agents decide. */
public final class LearnFromCorrections {
    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    private static final Actor ADA = new Actor.DeskAgent(new AgentId("ada"));
    private static final Actor BOB = new Actor.DeskAgent(new AgentId("bob"));

    private LearnFromCorrections() {}

    /**
     * Prints what a ticket is thought to be about before and after somebody decided.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(PrintStream out) {
        LearningCategorizer learning =
                LearningCategorizer.builder().examples(past()).build();
        learning.refit(); // seconds for ten thousand tickets; in an executor of the host's
        Categorizer categorizer = RuleCategorizer.builder()
                .rule("press", "journalist", "interview")
                .build()
                .orElse(learning);
        CategoryQuestion late = CategoryQuestion.of("Where is my parcel? The courier never came");
        tell(out, "Interview for our paper", categorizer.categorize(CategoryQuestion.of("Interview for our paper")));
        tell(out, "My card was refused", categorizer.categorize(CategoryQuestion.of("My card was refused")));
        tell(out, "Where is my parcel?", categorizer.categorize(late));

        learning.learn(new CategoryExample("ticket 9", late, "delivery", ADA), NOW);
        tell(out, "The same, after Ada said", categorizer.categorize(late));

        learning.rename("delivery", "shipping");
        tell(out, "The same, renamed", categorizer.categorize(late));

        learning.learn(new CategoryExample("ticket 9", late, "payment", BOB), NOW);
        tell(out, "The same, after Bob said", categorizer.categorize(late));
        learning.forgetTaughtBy(BOB);
        learning.refit();
        tell(out, "The same, Bob forgotten", categorizer.categorize(late));
    }

    private static List<CategoryExample> past() {
        return List.of(
                new CategoryExample("ticket 1", CategoryQuestion.of("My card was declined twice"), "payment", ADA),
                new CategoryExample("ticket 2", CategoryQuestion.of("Card refused, cannot pay"), "payment", ADA),
                new CategoryExample("ticket 3", CategoryQuestion.of("The payment was refused"), "payment", ADA),
                new CategoryExample("ticket 4", CategoryQuestion.of("I forgot my password"), "login", ADA),
                new CategoryExample("ticket 5", CategoryQuestion.of("Cannot sign in to my account"), "login", ADA),
                new CategoryExample("ticket 6", CategoryQuestion.of("Password reset does not work"), "login", ADA));
    }

    private static void tell(PrintStream out, String what, CategoryAnswer answer) {
        String category = answer.category().orElse("a person decides");
        out.println(what + ": " + category
                + (answer.reasons().isEmpty()
                        ? ""
                        : ", because of " + answer.reasons().get(0)));
    }
}
