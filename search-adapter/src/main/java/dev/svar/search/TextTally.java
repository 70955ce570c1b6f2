package dev.svar.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;

/**
 * Adds up what texts of one segment have in common with another, without reading everything (MaxScore, Turtle and Flood 1995): the
 * terms that tell much for few documents come first, and once all that follow cannot lift a text among the best any more, they are
 * only looked up in those that can still get there. The result is that of adding up everything, to the last bit: the few that are
 * left are added up again, in the order of the terms.
 */
final class TextTally {
    /** Sums in another order differ by less than this share: up to 400 roundings of a float. */
    private static final double ROUNDING = 1e-4;

    /** It is worth looking for texts to leave out whenever what may follow has shrunk to this share. */
    private static final double SHRUNK = 0.85;

    private final View view;
    private final LeafReaderContext segment;
    private final List<SoughtTerm> inOrder;
    private float[] sums = {};

    /** What the terms that follow may count together in one text. */
    private double rest;

    TextTally(View view, LeafReaderContext segment, List<SoughtTerm> sought) {
        this.view = view;
        this.segment = segment;
        this.inOrder =
                sought.stream().filter(term -> term.documents(segment.ord) > 0).toList();
    }

    void addTo(BestTexts best) throws IOException {
        if (inOrder.isEmpty()) {
            return;
        }
        sums = new float[segment.reader().maxDoc()];
        List<Bound> bounds = bounds();
        int[] left = {};
        boolean some = false;
        double least = best.least();
        double looked = rest / 2 / SHRUNK; // until then what follows is more than what any text has
        for (int i = 0; i < bounds.size(); i++) {
            Bound bound = bounds.get(i);
            if (some) {
                int[] texts = left;
                lookUp(bound.term(), texts, (place, count) -> sums[texts[place]] += count);
            } else {
                addToAll(bound.term());
            }
            rest = Math.max(0, rest - bound.most());
            if (rest < looked * SHRUNK || i + 1 == bounds.size()) {
                looked = rest;
                least = Math.max(least, some ? least(left, best.limit()) : least(best.limit()));
                double needed = least * (1 - ROUNDING) - rest;
                if (some) {
                    left = reaching(left, needed);
                } else if (needed > 0) {
                    left = reaching(needed);
                    some = true;
                }
            }
        }
        int[] texts = some ? left : reaching(0);
        float[] scores = scores(texts);
        for (int i = 0; i < texts.length; i++) {
            best.add(segment.docBase + texts[i], scores[i]);
        }
    }

    /** What texts, by their rising numbers in the segment, have in common with the other. */
    float[] scores(int[] texts) throws IOException {
        float[] scores = new float[texts.length];
        for (SoughtTerm term : inOrder) {
            lookUp(term, texts, (place, count) -> scores[place] += count);
        }
        return scores;
    }

    /** What tells most for each document first. */
    private List<Bound> bounds() throws IOException {
        List<Bound> bounds = new ArrayList<>();
        for (SoughtTerm term : inOrder) {
            double most = term.most(segment.ord);
            rest += most;
            bounds.add(new Bound(term, most, most / term.documents(segment.ord)));
        }
        bounds.sort(Comparator.comparingDouble(Bound::worth).reversed());
        return bounds;
    }

    private void addToAll(SoughtTerm term) throws IOException {
        Optional<PostingsEnum> found = term.postings(segment.ord);
        if (found.isEmpty()) {
            return;
        }
        PostingsEnum documents = found.get();
        byte[] norms = norms(term);
        int document = documents.nextDoc();
        for (; document != DocIdSetIterator.NO_MORE_DOCS; document = documents.nextDoc()) {
            sums[document] += term.count(documents.freq(), norms[document]);
        }
    }

    private void lookUp(SoughtTerm term, int[] texts, Found found) throws IOException {
        Optional<PostingsEnum> postings = term.postings(segment.ord);
        if (postings.isEmpty()) {
            return;
        }
        PostingsEnum documents = postings.get();
        byte[] norms = norms(term);
        int at = -1;
        for (int i = 0; i < texts.length; i++) {
            at = at < texts[i] ? documents.advance(texts[i]) : at;
            if (at == texts[i]) {
                found.in(i, term.count(documents.freq(), norms[at]));
            }
        }
    }

    private byte[] norms(SoughtTerm term) throws IOException {
        return view.norms(segment.ord, term.measure().field());
    }

    /** What the last of the best has by now; 0 if there are not so many. */
    private double least(int limit) {
        PriorityQueue<Float> most = new PriorityQueue<>();
        Bits live = segment.reader().getLiveDocs();
        float least = 0;
        for (int text = 0; text < sums.length; text++) {
            if (sums[text] > least && (live == null || live.get(text))) {
                least = keep(most, sums[text], limit);
            }
        }
        return least;
    }

    private double least(int[] texts, int limit) {
        PriorityQueue<Float> most = new PriorityQueue<>();
        float least = 0;
        for (int text : texts) {
            if (sums[text] > least) {
                least = keep(most, sums[text], limit);
            }
        }
        return least;
    }

    private static float keep(PriorityQueue<Float> most, float sum, int limit) {
        most.add(sum);
        if (most.size() > limit) {
            most.remove();
        }
        return most.size() == limit ? most.element() : 0;
    }

    private int[] reaching(double needed) {
        Bits live = segment.reader().getLiveDocs();
        int[] texts = new int[16];
        int count = 0;
        for (int text = 0; text < sums.length; text++) {
            if (sums[text] > 0 && sums[text] >= needed && (live == null || live.get(text))) {
                texts = ArrayUtil.grow(texts, count + 1);
                texts[count++] = text;
            }
        }
        return Arrays.copyOf(texts, count);
    }

    private int[] reaching(int[] texts, double needed) {
        return Arrays.stream(texts).filter(text -> sums[text] >= needed).toArray();
    }

    /** What a term counts in one of the texts that are looked at. */
    @FunctionalInterface
    private interface Found {
        void in(int place, float count);
    }

    private record Bound(SoughtTerm term, double most, double worth) {}
}
