package dev.svar.search;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Adds up what a question counts in each document of one segment. A question has dozens of words and pieces, and half of the
 * documents have some of them: word after word into an array takes a fraction of what a merge of all of them by document does.
 */
final class Tally {
    private final Lookup lookup;
    private final int segment;
    private final float[] scores;
    private float[] most = {};

    private Tally(Lookup lookup, int segment) {
        this.lookup = lookup;
        this.segment = segment;
        this.scores = new float[lookup.view().segment(segment).maxDoc()];
    }

    static Tally of(Lookup lookup, int segment, List<Counted> words) throws IOException {
        Tally tally = new Tally(lookup, segment);
        for (Counted word : words) {
            if (word.terms().size() == 1) {
                tally.add(word.field(), word.terms().get(0));
            } else {
                tally.addMost(word);
            }
        }
        return tally;
    }

    float score(int document) {
        return scores[document];
    }

    private void add(Measure measure, Counted.Term term) throws IOException {
        Optional<PostingsEnum> found = postings(measure, term);
        if (found.isEmpty()) {
            return;
        }
        PostingsEnum documents = found.get();
        byte[] norms = lookup.view().norms(segment, measure.field());
        float weight = term.weight();
        int document = documents.nextDoc();
        for (; document != DocIdSetIterator.NO_MORE_DOCS; document = documents.nextDoc()) {
            scores[document] += weight * share(measure, documents, norms, document);
        }
    }

    /** What the variant counts that counts most. */
    private void addMost(Counted word) throws IOException {
        most = new float[scores.length];
        for (Counted.Term term : word.terms()) {
            Optional<PostingsEnum> found = postings(word.field(), term);
            if (found.isPresent()) {
                keepMost(word.field(), term.weight(), found.get());
            }
        }
        for (int document = 0; document < scores.length; document++) {
            scores[document] += most[document];
        }
    }

    private void keepMost(Measure measure, float weight, PostingsEnum documents) throws IOException {
        byte[] norms = lookup.view().norms(segment, measure.field());
        int document = documents.nextDoc();
        for (; document != DocIdSetIterator.NO_MORE_DOCS; document = documents.nextDoc()) {
            float count = weight * share(measure, documents, norms, document);
            most[document] = Math.max(most[document], count);
        }
    }

    private Optional<PostingsEnum> postings(Measure measure, Counted.Term term) throws IOException {
        Dictionary words = lookup.field(measure.field());
        return words.postings(segment, words.entry(term.word()));
    }

    private static float share(Measure measure, PostingsEnum documents, byte[] norms, int document) throws IOException {
        return norms.length == 0 ? 1 : measure.count(documents.freq(), norms[document]);
    }
}
