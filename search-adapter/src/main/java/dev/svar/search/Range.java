package dev.svar.search;

import org.apache.lucene.search.DocIdSetIterator;

/**
 * Documents that follow one another.
 *
 * @param from the first of them
 * @param to the one behind the last
 */
record Range(int from, int to) {
    /** All documents of a segment. */
    static final Range ALL = new Range(0, DocIdSetIterator.NO_MORE_DOCS);
}
