package dev.svar.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * What is kept in memory of a segment, which never changes: some bytes for each document, so that a word costs no more than its
 * documents do.
 */
final class Segment {
    private static final byte[] NONE = {};

    private final Map<String, byte[]> norms = new ConcurrentHashMap<>();
    private final Map<String, String[]> values = new ConcurrentHashMap<>();
    private final Map<String, PassageTotals> passages = new ConcurrentHashMap<>();

    byte[] norms(LeafReader segment, String field) throws IOException {
        byte[] known = norms.get(field);
        if (known == null) {
            known = read(segment, segment.getNormValues(field));
            norms.put(field, known);
        }
        return known;
    }

    private static byte[] read(LeafReader segment, NumericDocValues values) throws IOException {
        if (values == null) {
            return NONE;
        }
        byte[] all = new byte[segment.maxDoc()];
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            all[values.docID()] = (byte) values.longValue();
        }
        return all;
    }

    String[] values(LeafReader segment, String field) throws IOException {
        String[] known = values.get(field);
        if (known == null) {
            known = new String[segment.maxDoc()];
            Arrays.fill(known, "");
            Terms terms = segment.terms(field);
            if (terms != null) {
                readTo(known, terms.iterator());
            }
            values.put(field, known);
        }
        return known;
    }

    private static void readTo(String[] values, TermsEnum terms) throws IOException {
        while (terms.next() != null) {
            String value = terms.term().utf8ToString();
            PostingsEnum documents = terms.postings(null, PostingsEnum.NONE);
            while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                values[documents.docID()] = value;
            }
        }
    }

    PassageTotals passages(LeafReader segment, String field) throws IOException {
        PassageTotals known = passages.get(field);
        if (known == null) {
            known = PassageTotals.NONE;
            BinaryDocValues kept = DocValues.getBinary(segment, field);
            while (kept.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                known = known.plus(PassageWords.totals(kept.binaryValue()));
            }
            passages.put(field, known);
        }
        return known;
    }
}
