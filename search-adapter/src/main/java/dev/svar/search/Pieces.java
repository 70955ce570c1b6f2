package dev.svar.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Words cut into pieces of four letters, with a mark before the first and after the last. Two words that share most of their
 * pieces are forms of one word, the same word with a typing error, or a compound and its part.
 */
final class Pieces {
    private static final int LETTERS = 4;
    private static final int MAX_WORD = 64;

    private Pieces() {}

    static List<String> of(List<Token> words) {
        List<String> pieces = new ArrayList<>();
        words.forEach(word -> addTo(pieces, word.written()));
        return pieces;
    }

    static List<String> of(String word) {
        List<String> pieces = new ArrayList<>();
        addTo(pieces, word);
        return pieces;
    }

    private static void addTo(List<String> pieces, String word) {
        String marked = "_" + word.substring(0, Math.min(word.length(), MAX_WORD)) + "_";
        if (marked.length() <= LETTERS) {
            pieces.add(marked);
            return;
        }
        for (int i = 0; i + LETTERS <= marked.length(); i++) {
            pieces.add(marked.substring(i, i + LETTERS));
        }
    }
}
