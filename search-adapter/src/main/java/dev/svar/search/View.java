package dev.svar.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.IndexSearcher;

/**
 * An index as it is at one moment.
 *
 * @param searcher all of it
 * @param segments what is kept in memory of its segments, in their order
 */
record View(IndexSearcher searcher, List<Segment> segments) {
    IndexReader reader() {
        return searcher.getIndexReader();
    }

    LeafReader segment(int number) {
        return reader().leaves().get(number).reader();
    }

    /** How long a field is in each document of a segment, as Lucene keeps it; empty if that does not count. */
    byte[] norms(int segment, String field) throws IOException {
        return segments.get(segment).norms(segment(segment), field);
    }

    /** The value of a field, of which each document has one at most, in each document of a segment; empty if it has none. */
    String[] values(int segment, String field) throws IOException {
        return segments.get(segment).values(segment(segment), field);
    }

    /** What is kept of the short texts in a field of a segment's documents, {@link PassageWords}. */
    BinaryDocValues shortTexts(int segment, Field field, Chain chain) throws IOException {
        return DocValues.getBinary(segment(segment), field.in(chain));
    }

    /** How many passages there are and how long they are. */
    PassageTotals passages(Chain chain, Field field) throws IOException {
        PassageTotals all = PassageTotals.NONE;
        for (int i = 0; i < segments.size(); i++) {
            all = all.plus(segments.get(i).passages(segment(i), field.in(chain)));
        }
        return all;
    }
}
