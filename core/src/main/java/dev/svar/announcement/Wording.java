package dev.svar.announcement;

import dev.svar.error.Check;
import java.util.Locale;

/**
 * What is announced, in one language. It is a text, no template: what it holds is shown as it stands.
 *
 * @param locale its language
 * @param title what it is about, one line of at most {@value #MAX_TITLE_LENGTH} characters
 * @param text all of it, at most {@value #MAX_TEXT_LENGTH} characters, possibly empty
 */
public record Wording(Locale locale, String title, String text) {
    /** The most characters of a title. */
    public static final int MAX_TITLE_LENGTH = 200;

    /** The most characters of a text. */
    public static final int MAX_TEXT_LENGTH = 50_000;

    /**
     * Checks the lengths.
     *
     * @param locale its language
     * @param title what it is about, one line
     * @param text all of it
     */
    public Wording {
        Check.line("wording.title", title, MAX_TITLE_LENGTH);
        Check.length("wording.text", text, MAX_TEXT_LENGTH);
    }

    /** {@return its language and how long it is, without what it says} */
    @Override
    public String toString() {
        return locale.toLanguageTag() + " of " + text.length() + " characters";
    }
}
