package dev.svar.search;

import dev.svar.knowledge.ArticleQuestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/** The texts of one language that fit a question best: by their words, the best of them by their best passage as well. */
final class Candidates {
    /** How many texts are looked at for their passages. */
    private static final int LOOKED_AT = 30;

    private static final Comparator<Candidate> BEST_LAST = Comparator.comparingDouble(Candidate::score)
            .thenComparing(Comparator.comparingInt(Candidate::segment)
                    .thenComparingInt(Candidate::document)
                    .reversed());

    private final IndexSearcher searcher;
    private final Lookup lookup;
    private final Chain chain;

    Candidates(IndexSearcher searcher, Lookup lookup, Chain chain) {
        this.searcher = searcher;
        this.lookup = lookup;
        this.chain = chain;
    }

    /** The best first. */
    List<Candidate> of(ArticleQuestion question, QuestionWords words) throws IOException {
        Sought sought = new Sought(lookup.reader(), chain, words);
        List<Counted> page = page(question);
        Weight allowed =
                searcher.createWeight(searcher.rewrite(Allowed.to(question, chain)), ScoreMode.COMPLETE_NO_SCORES, 1);
        PriorityQueue<Candidate> best = new PriorityQueue<>(BEST_LAST);
        List<Counted> texts = sought.texts();
        for (LeafReaderContext segment : lookup.reader().leaves()) {
            Scorer readable = allowed.scorer(segment);
            if (readable != null) {
                collect(segment, readable.iterator(), texts, page, best, Math.max(LOOKED_AT, question.limit()));
            }
        }
        List<Candidate> candidates = withPassages(best, sought.passages());
        candidates.sort(BEST_LAST.reversed());
        return candidates;
    }

    private List<Counted> page(ArticleQuestion question) throws IOException {
        if (question.page().isBlank()) {
            return List.of();
        }
        QuestionWords words = QuestionWords.of(lookup, chain, question.page());
        return new Sought(lookup.reader(), chain, words).page();
    }

    private void collect(
            LeafReaderContext segment,
            DocIdSetIterator readable,
            List<Counted> texts,
            List<Counted> page,
            PriorityQueue<Candidate> best,
            int most)
            throws IOException {
        Tally tally = Tally.of(lookup, segment.ord, texts, List.of(Range.ALL));
        Tally pages = Tally.of(lookup, segment.ord, page, List.of(Range.ALL));
        Bits live = segment.reader().getLiveDocs();
        NumericDocValues passages = DocValues.getNumeric(segment.reader(), Field.PASSAGES);
        for (int doc = readable.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = readable.nextDoc()) {
            float score = tally.score(doc);
            if (score > 0 && (live == null || live.get(doc))) {
                int follow = passages.advanceExact(doc) ? (int) passages.longValue() : 0;
                best.add(new Candidate(segment.ord, doc, follow, score + pages.score(doc), doc));
                if (best.size() > most) {
                    best.remove();
                }
            }
        }
    }

    private List<Candidate> withPassages(PriorityQueue<Candidate> best, List<Counted> words) throws IOException {
        List<Candidate> all = new ArrayList<>();
        for (LeafReaderContext segment : lookup.reader().leaves()) {
            List<Candidate> here = best.stream()
                    .filter(candidate -> candidate.segment() == segment.ord)
                    .sorted(Comparator.comparingInt(Candidate::document))
                    .toList();
            List<Range> ranges = here.stream().map(Candidate::range).toList();
            Tally tally = Tally.of(lookup, segment.ord, words, ranges);
            for (Candidate candidate : here) {
                all.add(withPassage(candidate, tally));
            }
        }
        return all;
    }

    private static Candidate withPassage(Candidate candidate, Tally tally) {
        int best = candidate.document();
        Range range = candidate.range();
        for (int doc = range.from(); doc < range.to(); doc++) {
            if (tally.score(doc) > tally.score(best)) {
                best = doc;
            }
        }
        return candidate.with(tally.score(best), best);
    }
}
