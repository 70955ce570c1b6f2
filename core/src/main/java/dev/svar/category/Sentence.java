package dev.svar.category;

import java.util.List;

/**
 * A sentence of a longer text, or a part of a very long one.
 *
 * @param words its words, no more than fit into the bits of a {@code long}
 * @param written the same as they are written
 * @param asks whether it is a question
 * @param shouts whether it is written in capitals or ends in several exclamation marks
 */
record Sentence(List<Word> words, List<String> written, boolean asks, boolean shouts) {
    static final int MAX_WORDS = 60;

    /** The words from a place up to another one, as they are written. */
    String passage(int from, int to) {
        return String.join(" ", written.subList(from, to));
    }
}
