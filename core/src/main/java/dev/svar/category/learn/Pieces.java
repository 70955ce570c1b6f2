package dev.svar.category.learn;

import java.util.function.IntConsumer;

/**
 * The terms of words, as hashes of 32 bits: a word, a pair of neighbors (the ends of a text are neighbors too), and pieces of
 * two to five characters of a word with a blank on each side, which forgive typing errors and find stems in languages that
 * inflect and join words.
 */
final class Pieces {
    /** Words are cut there: no language writes longer ones, links and tokens are. */
    static final int MAX_WORD_LENGTH = 40;

    static final int EDGE = 0x5bd1e995;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 5;
    private static final int WORD = 0x2545f491;
    private static final int PAIR = 0x1b873593;
    private static final int PIECE = 0x27d4eb2f;

    private Pieces() {}

    static int word(String word) {
        return mixed(word.hashCode() ^ WORD);
    }

    static int pair(int word, int next) {
        return mixed((word * 31 + Integer.rotateLeft(next, 13)) ^ PAIR);
    }

    static void of(String word, IntConsumer piece) {
        int length = word.length() + 2;
        for (int start = 0; start < length - 1; start++) {
            int hash = PIECE;
            int end = Math.min(start + LONGEST, length);
            for (int i = start; i < end; i++) {
                hash = hash * 31 + (i == 0 || i == length - 1 ? ' ' : word.charAt(i - 1));
                if (i - start + 1 >= SHORTEST) {
                    piece.accept(mixed(hash + i - start));
                }
            }
        }
    }

    /** A name and a value that are no text. */
    static int fact(String name, String value) {
        return mixed(name.hashCode() * 31 + value.hashCode());
    }

    /** The end of MurmurHash3. */
    private static int mixed(int hash) {
        int h = hash ^ (hash >>> 16);
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ (h >>> 16);
    }
}
