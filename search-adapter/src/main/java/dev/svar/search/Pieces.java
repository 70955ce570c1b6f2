package dev.svar.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Words cut into pieces of four letters, with a mark before the first and after the last. Two words that share most of their
 * pieces are forms of one word, the same word with a typing error, or a compound and its part.
 */
final class Pieces {
    /** How many letters a piece has; a short word with its marks may have fewer. */
    static final int LETTERS = 4;

    /** The most letters of a word that are cut. */
    static final int MAX_WORD = 64;

    static final char MARK = '_';

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

    /** How many pieces a word of so many letters has. */
    static int count(int letters) {
        return Math.max(1, Math.min(letters, MAX_WORD) + 2 - LETTERS + 1);
    }

    private static void addTo(List<String> pieces, String word) {
        String marked = MARK + word.substring(0, Math.min(word.length(), MAX_WORD)) + MARK;
        if (marked.length() <= LETTERS) {
            pieces.add(marked);
            return;
        }
        for (int i = 0; i + LETTERS <= marked.length(); i++) {
            pieces.add(marked.substring(i, i + LETTERS));
        }
    }
}
