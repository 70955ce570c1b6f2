package dev.svar.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;

/**
 * Adds up what a question counts in each document of one segment. A question has dozens of words and pieces, and half of the
 * documents have some of them: word after word into an array takes a fraction of what a merge of all of them by document does.
 */
final class Tally {
    private final Lookup lookup;
    private final int segment;
    private final float[] scores;

    private Tally(Lookup lookup, int segment) {
        this.lookup = lookup;
        this.segment = segment;
        this.scores = new float[lookup.segment(segment).maxDoc()];
    }

    /** Of words in ranges of documents that rise. */
    static Tally of(Lookup lookup, int segment, List<Counted> words, List<Range> ranges) throws IOException {
        Tally tally = new Tally(lookup, segment);
        for (Counted word : words) {
            tally.add(word, ranges);
        }
        return tally;
    }

    float score(int document) {
        return scores[document];
    }

    private void add(Counted word, List<Range> ranges) throws IOException {
        if (word.terms().size() == 1) {
            Counted.Term term = word.terms().get(0);
            each(word.field(), term, ranges, (document, count) -> scores[document] += count);
            return;
        }
        Map<Integer, Float> best = new HashMap<>();
        for (Counted.Term term : word.terms()) {
            each(word.field(), term, ranges, (document, count) -> best.merge(document, count, Math::max));
        }
        best.forEach((document, count) -> scores[document] += count);
    }

    private void each(Measure field, Counted.Term term, List<Range> ranges, Count count) throws IOException {
        Optional<PostingsEnum> found = lookup.postings(segment, field.field(), term.word());
        if (found.isEmpty()) {
            return;
        }
        PostingsEnum documents = found.get();
        NumericDocValues norms = lookup.segment(segment).getNormValues(field.field());
        for (Range range : ranges) {
            int document = documents.docID() < range.from() ? documents.advance(range.from()) : documents.docID();
            for (; document < range.to(); document = documents.nextDoc()) {
                boolean measured = norms != null && norms.advanceExact(document);
                float share = measured ? field.count(documents.freq(), norms.longValue()) : 1;
                count.of(document, term.weight() * share);
            }
        }
    }

    @FunctionalInterface
    private interface Count {
        void of(int document, float count);
    }
}
