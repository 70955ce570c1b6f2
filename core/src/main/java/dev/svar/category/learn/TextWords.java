package dev.svar.category.learn;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into lower-case words: runs of letters and digits. */
final class TextWords {
    /** How much of a text is looked at, so that a huge one costs no more than a long one. */
    static final int MAX_LENGTH = 20_000;

    /** What comes before the first combining mark is composed as it is. */
    private static final char FIRST_MARK = 0x300;

    private TextWords() {}

    static String cut(String text) {
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    }

    static List<String> of(String text) {
        String composed = composed(cut(text));
        List<String> words = new ArrayList<>();
        char[] word = new char[Pieces.MAX_WORD_LENGTH];
        int length = 0;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                if (length > 0) {
                    words.add(new String(word, 0, length));
                }
                length = 0;
            } else if (length < word.length) {
                word[length++] = Character.toLowerCase(c);
            }
        }
        if (length > 0) {
            words.add(new String(word, 0, length));
        }
        return words;
    }

    private static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_MARK) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }
}
