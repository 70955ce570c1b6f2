package dev.svar.category;

import dev.svar.error.InvalidValueException;
import java.util.Locale;
import java.util.Set;

/** A word of a rule, as the host wrote it: with {@code *} at its end it stands for all words that begin like it. */
record WordPattern(String text, String letters, boolean beginning) {
    static WordPattern of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean beginning = lower.endsWith("*");
        String letters = beginning ? lower.substring(0, lower.length() - 1) : lower;
        if (letters.isEmpty() || !letters.chars().allMatch(Character::isLetterOrDigit)) {
            throw new InvalidValueException("rule.words", "must be single words of letters and digits");
        }
        return new WordPattern(lower, letters, beginning);
    }

    boolean occurs(Set<String> words) {
        return beginning ? words.stream().anyMatch(w -> w.startsWith(letters)) : words.contains(letters);
    }
}
