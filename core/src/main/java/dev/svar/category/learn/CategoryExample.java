package dev.svar.category.learn;

import dev.svar.category.CategoryQuestion;
import dev.svar.contact.Actor;
import dev.svar.error.Check;
import dev.svar.ticket.TicketCommand;

/**
 * A text whose category somebody decided.
 *
 * @param id what it is about, for example the ticket's id: of two examples with the same id the later one counts, and by it an
 *     example is forgotten; one line of at most {@value #MAX_ID_LENGTH} characters
 * @param question the text and what was known about it
 * @param category its category
 * @param by who decided
 */
public record CategoryExample(String id, CategoryQuestion question, String category, Actor by) {
    /** The most characters of an id. */
    public static final int MAX_ID_LENGTH = 200;

    /**
     * Checks.
     *
     * @param id what it is about
     * @param question the text and what was known about it
     * @param category its category
     * @param by who decided
     */
    public CategoryExample {
        Check.line("example.id", id, MAX_ID_LENGTH);
        Check.line("example.category", category, TicketCommand.MAX_CATEGORY_LENGTH);
    }

    /**
     * The same text in another category.
     *
     * @param other the other category
     * @return the example
     */
    public CategoryExample in(String other) {
        return new CategoryExample(id, question, other, by);
    }

    /** The same with no more of the text than is looked at. */
    CategoryExample cut() {
        CategoryQuestion cut = new CategoryQuestion(
                TextWords.cut(question.subject()),
                TextWords.cut(question.body()),
                question.channel(),
                question.language(),
                question.senderDomain(),
                question.facts());
        return new CategoryExample(id, cut, category, by);
    }

    /** {@return its id and category, not its text, which is a customer's} */
    @Override
    public String toString() {
        return id + " in " + category;
    }
}
