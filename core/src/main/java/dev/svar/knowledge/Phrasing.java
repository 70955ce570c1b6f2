package dev.svar.knowledge;

import dev.svar.contact.ContactId;
import dev.svar.error.Check;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How customers ask for what an article answers, learned from one whom it helped.
 *
 * @param locale the language of the words
 * @param words the words, at most {@value #MAX_WORDS} characters
 * @param by who said so last, if known; the words are forgotten together with them
 * @param times how many people said the same, as far as is known
 * @param lastAt when it was said last
 */
public record Phrasing(Locale locale, String words, Optional<ContactId> by, long times, Instant lastAt) {
    /** The most characters of a phrasing. */
    public static final int MAX_WORDS = 1_000;

    /**
     * Checks.
     *
     * @param locale the language of the words
     * @param words the words
     * @param by who said so last, if known
     * @param times how often the same was said
     * @param lastAt when it was said last
     */
    public Phrasing {
        Check.text("phrasing.words", words, MAX_WORDS);
        Check.range("phrasing.times", times, 1, Long.MAX_VALUE);
    }

    /** {@return its language and how often it was said, without the words} */
    @Override
    public String toString() {
        return locale.toLanguageTag() + " phrasing, said " + times + " times";
    }
}
