package dev.svar.knowledge;

import java.util.Locale;

/**
 * What a question taught the article that answered it.
 *
 * @param locale the language of the words, among the article's
 * @param words the words as they were learned
 */
public record TaughtWords(Locale locale, String words) {
    /** {@return the language, without the words} */
    @Override
    public String toString() {
        return "words in " + locale.toLanguageTag();
    }
}
