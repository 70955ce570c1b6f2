package dev.svar.search;

/**
 * How many passages there are that have words, and how long they are together.
 *
 * @param passages the passages
 * @param words their words
 * @param pieces the pieces of their words
 */
record PassageTotals(long passages, long words, long pieces) {
    static final PassageTotals NONE = new PassageTotals(0, 0, 0);

    PassageTotals plus(PassageTotals more) {
        return new PassageTotals(passages + more.passages, words + more.words, pieces + more.pieces);
    }
}
