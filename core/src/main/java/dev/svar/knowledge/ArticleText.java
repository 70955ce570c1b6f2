package dev.svar.knowledge;

import dev.svar.error.Check;
import java.util.Locale;

/**
 * What an article says in one language. It is text, not HTML: whoever shows it escapes it.
 *
 * @param locale its language
 * @param version how often this text was written: 1 for the first time; so a translation that stayed behind is seen
 * @param title what it answers, one line of at most {@value #MAX_TITLE} characters
 * @param body the answer, at most {@value #MAX_BODY} characters; a blank line parts two passages
 */
public record ArticleText(Locale locale, long version, String title, String body) {
    /** The most characters of a title. */
    public static final int MAX_TITLE = 200;

    /** The most characters of a body. */
    public static final int MAX_BODY = 100_000;

    /**
     * Checks the lengths.
     *
     * @param locale its language
     * @param version how often this text was written
     * @param title what it answers, one line
     * @param body the answer
     */
    public ArticleText {
        Check.range("article.text.version", version, 1, Long.MAX_VALUE);
        Check.line("article.title", title, MAX_TITLE);
        Check.text("article.body", body, MAX_BODY);
    }

    /**
     * A text that was never there before.
     *
     * @param locale its language
     * @param title what it answers
     * @param body the answer
     * @return the text, at version 1
     */
    public static ArticleText of(Locale locale, String title, String body) {
        return new ArticleText(locale, 1, title, body);
    }

    /** {@return its language, version and length, without what it says} */
    @Override
    public String toString() {
        return locale.toLanguageTag() + " v" + version + " of " + body.length() + " characters";
    }
}
