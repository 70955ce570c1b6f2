package dev.svar.search;

import dev.svar.knowledge.ArticleQuestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;

/** The texts of one language that fit a question best: by their words, the best of them by their best passage as well. */
final class Candidates {
    /** How many texts are looked at for their passages. */
    private static final int LOOKED_AT = 30;

    private static final Comparator<Candidate> BEST_LAST = Comparator.comparingDouble(Candidate::score)
            .thenComparing(Comparator.comparingInt(Candidate::segment)
                    .thenComparingInt(Candidate::document)
                    .reversed());

    private final Lookup lookup;
    private final Chain chain;

    Candidates(Lookup lookup, Chain chain) {
        this.lookup = lookup;
        this.chain = chain;
    }

    /** The best first. */
    List<Candidate> of(ArticleQuestion question, QuestionWords words) throws IOException {
        Sought sought = new Sought(lookup, chain, words);
        List<Counted> page = page(question);
        Allowed allowed = new Allowed(lookup.view(), question, chain);
        PriorityQueue<Candidate> best = new PriorityQueue<>(BEST_LAST);
        List<Counted> texts = sought.texts();
        for (LeafReaderContext segment : lookup.reader().leaves()) {
            collect(segment, allowed.in(segment), texts, page, best, Math.max(LOOKED_AT, question.limit()));
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
        return new Sought(lookup, chain, words).page();
    }

    private void collect(
            LeafReaderContext segment,
            Allowed.In allowed,
            List<Counted> texts,
            List<Counted> page,
            PriorityQueue<Candidate> best,
            int most)
            throws IOException {
        Tally tally = Tally.of(lookup, segment.ord, texts);
        Optional<Tally> pages = page.isEmpty() ? Optional.empty() : Optional.of(Tally.of(lookup, segment.ord, page));
        for (int doc = 0; doc < segment.reader().maxDoc(); doc++) {
            float words = tally.score(doc);
            float score = pages.isPresent() ? words + pages.get().score(doc) : words;
            // One that is no better than the last comes after it.
            boolean competes =
                    words > 0 && (best.size() < most || score > best.element().score());
            if (competes && allowed.has(doc)) {
                best.add(new Candidate(segment.ord, doc, score, 0));
                if (best.size() > most) {
                    best.remove();
                }
            }
        }
    }

    private List<Candidate> withPassages(PriorityQueue<Candidate> best, PassageTally tally) throws IOException {
        List<Candidate> all = new ArrayList<>();
        for (LeafReaderContext segment : lookup.reader().leaves()) {
            List<Candidate> here = best.stream()
                    .filter(candidate -> candidate.segment() == segment.ord)
                    .sorted(Comparator.comparingInt(Candidate::document))
                    .toList();
            BinaryDocValues passages = lookup.view().passages(segment.ord, chain);
            for (Candidate candidate : here) {
                PassageTally.Best passage = passages.advanceExact(candidate.document())
                        ? tally.best(passages.binaryValue())
                        : PassageTally.Best.NONE;
                all.add(candidate.with(passage.score(), passage.number()));
            }
        }
        return all;
    }
}
