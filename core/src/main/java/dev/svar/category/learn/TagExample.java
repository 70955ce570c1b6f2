package dev.svar.category.learn;

import dev.svar.category.CategoryQuestion;
import dev.svar.error.Check;
import dev.svar.ticket.Tag;
import java.util.Set;

/**
 * A text whose tags somebody decided.
 *
 * @param question the text and what was known about it
 * @param tags all of its tags, possibly none, at most {@value #MAX_TAGS}
 */
public record TagExample(CategoryQuestion question, Set<Tag> tags) {
    /** The most tags of a text. */
    public static final int MAX_TAGS = 100;

    /**
     * Copies.
     *
     * @param question the text and what was known about it
     * @param tags all of its tags
     */
    public TagExample {
        tags = Set.copyOf(Check.size("example.tags", tags, MAX_TAGS));
    }

    /** {@return its tags, not its text, which is a customer's} */
    @Override
    public String toString() {
        return tags.toString();
    }
}
