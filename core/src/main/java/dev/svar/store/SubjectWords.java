package dev.svar.store;

import java.text.Normalizer;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The words of a subject as they are looked for: runs of letters and digits with their marks, as many scripts write vowels, in
 * compatibility form (NFKC), without letter case, the same in every locale and store.
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
        normal(folded(normal(text))).codePoints().forEach(c -> {
            if (!Character.isLetterOrDigit(c) && (word.isEmpty() || !isMark(c))) {
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

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Letters that differ in case only are one, as for {@link String#equalsIgnoreCase}; some now form one with a mark. */
    private static String folded(String text) {
        return text.codePoints()
                .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
