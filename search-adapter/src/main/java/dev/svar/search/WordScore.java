package dev.svar.search;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/**
 * BM25 without the rarity of a word, which the question brings along: in titles, which are short, hardly any word is common, so
 * that it takes the bodies to know that "how" is.
 */
final class WordScore extends PerFieldSimilarityWrapper {
    private static final Similarity SCORE = new Saturation(0.75f);
    private static final Similarity PASSAGE = new Saturation(0.375f);

    @Override
    public Similarity get(String field) {
        return Field.ofPassages(field) ? PASSAGE : SCORE;
    }

    private static final class Saturation extends BM25Similarity {
        private static final float REPETITION = 1.2f;

        Saturation(float length) {
            super(REPETITION, length);
        }

        @Override
        protected float idf(long documentsWithIt, long documents) {
            return 1;
        }
    }
}
