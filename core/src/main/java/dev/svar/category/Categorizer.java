package dev.svar.category;

/**
 * Port: says what a text is about. Implementations are pure and safe for use by several threads: the same question gets
 * the same answer while the rules or the model behind it stay the same, whatever was asked between.
 *
 * <p>They answer every text, an empty, a huge and a broken one too, in bounded time and without an error. They abstain where
 * they do not know: from a text without words, and from one in which they know no word. The language is a help: without it
 * the answer is the same category or an abstention, and one that they do not know is no error. A category comes with the
 * reasons for it and a confidence above 0. {@code CategorizerContract} of the testkit checks all of this.
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

    /**
     * Adds tags.
     *
     * @param tagger who says which; asked about every text, also where there is no category
     * @return a categorizer whose answers have them in place of tags of their own
     */
    default Categorizer tagging(Tagger tagger) {
        return question -> categorize(question).tagged(tagger.tags(question));
    }

    /**
     * Asks another one where this one abstains: rules first, then what was learned.
     *
     * @param next who is asked then
     * @return both, in this order; where both abstain it is the answer of the second
     */
    default Categorizer orElse(Categorizer next) {
        return question -> {
            CategoryAnswer first = categorize(question);
            return first.category().isPresent() ? first : next.categorize(question);
        };
    }
}
