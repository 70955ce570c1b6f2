package dev.svar.category;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into lower-case words: runs of letters and digits. */
final class Words {
    /** How much of a text is looked at, so that a huge one costs no more than a long one. */
    static final int MAX_LENGTH = 20_000;

    private Words() {}

    static List<String> of(String text) {
        String bounded = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= bounded.length(); i++) {
            boolean inWord = i < bounded.length() && Character.isLetterOrDigit(bounded.charAt(i));
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                words.add(bounded.substring(start, i).toLowerCase(Locale.ROOT));
                start = -1;
            }
        }
        return words;
    }
}
