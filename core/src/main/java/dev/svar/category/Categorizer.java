package dev.svar.category;

/**
 * Port: says what a text is about. Implementations are pure and safe for use by several threads: the same question gets
 * the same answer while the rules or the model behind it stay the same. They answer in bounded time for any text and
 * abstain where they do not know.
 */
@FunctionalInterface
public interface Categorizer {
    /**
     * Looks at a text.
     *
     * @param question the text and what is known about it
     * @return the category, or an abstention
     */
    CategoryAnswer categorize(CategoryQuestion question);
}
