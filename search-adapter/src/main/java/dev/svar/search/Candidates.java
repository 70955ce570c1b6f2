package dev.svar.search;

import dev.svar.knowledge.ArticleQuestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;

/** The texts of one language that fit a question best: by their words, the best of them by their best passage as well. */
final class Candidates {
    /** How many texts are looked at for their passages. */
    private static final int LOOKED_AT = 30;

    private final Lookup lookup;
    private final Chain chain;

    Candidates(Lookup lookup, Chain chain) {
        this.lookup = lookup;
        this.chain = chain;
    }

    /** The best first. */
    List<Candidate> of(ArticleQuestion question, QuestionWords words) throws IOException {
        Sought sought = new Sought(lookup, chain, words);
        List<Candidate> found = found(question, sought);
        List<Candidate> candidates = read(
                found,
                sought.passages(),
                new Askings(
                        sought.askings(),
                        chain.weights().spread() * words.rarity().most()));
        candidates.sort(Candidate.BEST_LAST.reversed());
        return candidates;
    }

    /**
     * The best by all but their phrasings, and the best by all with them: so many phrasings of some articles as there are do not
     * take the places of the others.
     */
    private List<Candidate> found(ArticleQuestion question, Sought sought) throws IOException {
        int most = Math.max(LOOKED_AT, question.limit());
        BestCandidates untaught = new BestCandidates(most);
        BestCandidates taught = new BestCandidates(most);
        List<Counted> texts = sought.texts();
        List<Counted> phrasings = sought.phrasings();
        List<Counted> page = page(question);
        Allowed allowed = new Allowed(lookup.view(), question, chain);
        for (LeafReaderContext segment : lookup.reader().leaves()) {
            Tally inTexts = Tally.of(lookup, segment.ord, texts);
            Tally inPhrasings = Tally.of(lookup, segment.ord, phrasings);
            Tally ofPage = Tally.of(lookup, segment.ord, page);
            Allowed.In here = allowed.in(segment);
            for (int doc = 0; doc < segment.reader().maxDoc(); doc++) {
                float words = inTexts.score(doc);
                float score = words + ofPage.score(doc);
                float more = inPhrasings.score(doc);
                boolean fits = words > 0 && untaught.wants(score);
                boolean fitsAsTaught = more > 0 && taught.wants(score + more);
                if ((fits || fitsAsTaught) && here.has(doc)) {
                    Candidate candidate = new Candidate(segment.ord, doc, score, 0);
                    if (fits) {
                        untaught.add(score, candidate);
                    }
                    if (fitsAsTaught) {
                        taught.add(score + more, candidate);
                    }
                }
            }
        }
        return Stream.concat(untaught.all().stream(), taught.all().stream())
                .distinct()
                .toList();
    }

    private List<Counted> page(ArticleQuestion question) throws IOException {
        if (question.page().isBlank()) {
            return List.of();
        }
        QuestionWords words = QuestionWords.of(lookup, chain, question.page());
        return new Sought(lookup, chain, words).page();
    }

    private List<Candidate> read(List<Candidate> found, PassageTally tally, Askings askings) throws IOException {
        List<Candidate> all = new ArrayList<>();
        for (LeafReaderContext segment : lookup.reader().leaves()) {
            List<Candidate> here = found.stream()
                    .filter(candidate -> candidate.segment() == segment.ord)
                    .sorted(Comparator.comparingInt(Candidate::document))
                    .toList();
            BinaryDocValues passages = lookup.view().shortTexts(segment.ord, Field.PASSAGES, chain);
            BinaryDocValues asked = lookup.view().shortTexts(segment.ord, Field.ASKINGS, chain);
            for (Candidate candidate : here) {
                PassageTally.Best passage = passages.advanceExact(candidate.document())
                        ? tally.best(passages.binaryValue())
                        : PassageTally.Best.NONE;
                float learned = asked.advanceExact(candidate.document()) ? askings.beyondTitle(asked.binaryValue()) : 0;
                all.add(candidate.with(passage.score() + learned, passage.number()));
            }
        }
        return all;
    }
}
