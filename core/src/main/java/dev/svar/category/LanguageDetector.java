package dev.svar.category;

import java.util.Locale;
import java.util.Optional;

/**
 * Port: says in which language a text is written. Implementations are pure, safe for use by several threads, bounded in
 * time for any text, and answer nothing rather than guess.
 */
@FunctionalInterface
public interface LanguageDetector {
    /**
     * Looks at a text.
     *
     * @param text the text
     * @return its language, if it is clear
     */
    Optional<Locale> detect(String text);

    /** {@return a detector by common words for Norwegian, Swedish, Danish, Finnish, Hungarian, Russian, German, English} */
    static LanguageDetector byCommonWords() {
        return new CommonWords();
    }
}
