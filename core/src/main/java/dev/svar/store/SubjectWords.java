package dev.svar.store;

import java.text.Normalizer;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The words of a subject as they are looked for: runs of letters and digits in compatibility form (NFKC), without letter case,
 * the same in every locale and store.
 */
public final class SubjectWords {
    /** How many characters of a word count. */
    public static final int MAX_WORD_LENGTH = 64;

    private SubjectWords() {}

    /**
     * The words of a text.
     *
     * @param text a subject, or what is looked for in subjects
     * @return its words in order, each once
     */
    public static SortedSet<String> of(String text) {
        TreeSet<String> words = new TreeSet<>();
        StringBuilder word = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .map(SubjectWords::folded)
                .forEach(c -> {
                    if (!Character.isLetterOrDigit(c)) {
                        end(word, words);
                    } else if (word.length() + Character.charCount(c) <= MAX_WORD_LENGTH) {
                        word.appendCodePoint(c);
                    }
                });
        end(word, words);
        return Collections.unmodifiableSortedSet(words);
    }

    private static void end(StringBuilder word, TreeSet<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** Letters that differ in case only are one, as for {@link String#equalsIgnoreCase}. */
    private static int folded(int letter) {
        return Character.toLowerCase(Character.toUpperCase(letter));
    }
}
