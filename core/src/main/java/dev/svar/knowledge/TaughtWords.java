package dev.svar.knowledge;

import java.util.Locale;

/**
 * What a question taught the article that answered it.
 *
 * @param locale the language of the words, among the article's
 * @param words the words as they were learned
 */
public record TaughtWords(Locale locale, String words) {
    /**
     * Whether somebody says the same.
     *
     * @param said what they say
     * @return whether it would be learned as the same phrasing of the language
     */
    public boolean areLike(String said) {
        return key(words).equals(key(said));
    }

    private static String key(String said) {
        return Words.key(Words.cut(said.strip(), Phrasing.MAX_WORDS));
    }

    /** {@return the language, without the words} */
    @Override
    public String toString() {
        return "words in " + locale.toLanguageTag();
    }
}
