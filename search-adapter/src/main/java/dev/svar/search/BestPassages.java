package dev.svar.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Keeps of each text the passage that fits best. */
final class BestPassages extends SimpleCollector {
    private final Map<String, Passage> byText = new HashMap<>();
    private SortedDocValues texts = DocValues.emptySorted();
    private Scorable scorer = new NoScore();
    private int base;

    /**
     * A passage.
     *
     * @param document where it is
     * @param score how well it fits
     */
    record Passage(int document, double score) {
        static final Passage NONE = new Passage(-1, 0);
    }

    Passage of(String text) {
        return byText.getOrDefault(text, Passage.NONE);
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        texts = DocValues.getSorted(leaf.reader(), Field.TEXT);
        base = leaf.docBase;
    }

    @Override
    public void setScorer(Scorable leafScorer) {
        scorer = leafScorer;
    }

    @Override
    public void collect(int document) throws IOException {
        if (texts.advanceExact(document)) {
            String text = texts.lookupOrd(texts.ordValue()).utf8ToString();
            Passage passage = new Passage(base + document, scorer.score());
            byText.merge(text, passage, (a, b) -> b.score() > a.score() ? b : a);
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }

    private static final class NoScore extends Scorable {
        @Override
        public float score() {
            return 0;
        }

        @Override
        public int docID() {
            return -1;
        }
    }
}
