package dev.svar.knowledge;

import dev.svar.error.Check;
import java.util.List;
import java.util.Locale;

/**
 * What an article says in one language, and how customers ask for it.
 *
 * @param language its language; only the language of the locale counts, {@link Locale#ROOT} for one that is not known
 * @param title what it answers, at most {@value #MAX_TITLE} characters; may be empty
 * @param body the answer as text, at most {@value #MAX_BODY} characters; a blank line parts two passages
 * @param phrasings in which words customers asked for it whom it helped, the best first; at most {@value #MAX_PHRASINGS},
 *     each at most {@value #MAX_PHRASING} characters
 */
public record SearchableText(Locale language, String title, String body, List<String> phrasings) {
    /** The most characters of a title. */
    public static final int MAX_TITLE = 1_000;

    /** The most characters of a body. */
    public static final int MAX_BODY = 100_000;

    /** The most phrasings. */
    public static final int MAX_PHRASINGS = 20;

    /** The most characters of a phrasing. */
    public static final int MAX_PHRASING = 1_000;

    /**
     * Checks and copies.
     *
     * @param language its language
     * @param title what it answers
     * @param body the answer
     * @param phrasings in which words customers asked for it
     */
    public SearchableText {
        Check.length("article.title", title, MAX_TITLE);
        Check.length("article.body", body, MAX_BODY);
        phrasings = List.copyOf(Check.size("article.phrasings", phrasings, MAX_PHRASINGS));
        phrasings.forEach(phrasing -> Check.length("article.phrasings", phrasing, MAX_PHRASING));
    }

    /**
     * A text for which nothing was learned yet.
     *
     * @param language its language
     * @param title what it answers
     * @param body the answer
     */
    public SearchableText(Locale language, String title, String body) {
        this(language, title, body, List.of());
    }

    /** {@return its language and length, without what it says} */
    @Override
    public String toString() {
        return language.toLanguageTag() + " text of " + body.length() + " characters";
    }
}
