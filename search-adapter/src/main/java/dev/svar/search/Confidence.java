package dev.svar.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;

/**
 * How likely it is that a candidate answers: a logistic curve over how well it fits, how far it is ahead, and how much of what is
 * asked it has. Fitted on questions to which the index had an answer and the same questions to an index without it, see
 * docs/suggestions.md.
 */
final class Confidence {
    private static final double BASE = -8.8;
    private static final double FIT = 3.6;
    private static final double LEAD = 3.0;
    private static final double IN_TITLE = 1.5;
    private static final double ANYWHERE = 0.9;

    private final IndexSearcher searcher;
    private final Chain chain;
    private final QuestionWords question;
    private final List<Candidate> candidates;

    Confidence(IndexSearcher searcher, Chain chain, QuestionWords question, List<Candidate> candidates) {
        this.searcher = searcher;
        this.chain = chain;
        this.question = question;
        this.candidates = candidates;
    }

    double of(int place) throws IOException {
        double[] facts = facts(place);
        double sum = BASE + FIT * facts[0] + LEAD * facts[1] + IN_TITLE * facts[2] + ANYWHERE * facts[3];
        return 1 / (1 + Math.exp(-sum));
    }

    /** How well it fits, how far it is ahead, how much its title and how much all of it has of what is asked. */
    double[] facts(int place) throws IOException {
        Candidate candidate = candidates.get(place);
        Presence presence = new Presence(searcher.getIndexReader().leaves(), candidate.document());
        double title = 0;
        double titleAll = 0;
        double any = 0;
        double anyAll = 0;
        for (Wanted word : question.words()) {
            titleAll += word.titleRarity();
            anyAll += word.rarity();
            title += has(presence, Field.TITLE, word) ? word.titleRarity() : 0;
            any += has(presence, Field.ANY, word) ? word.rarity() : 0;
        }
        return new double[] {
            Math.log1p(candidate.score()), lead(place), title / titleAll, any / anyAll,
        };
    }

    private boolean has(Presence presence, Field field, Wanted word) throws IOException {
        for (Variant variant : word.variants()) {
            if (presence.has(field.in(chain), variant.stem())) {
                return true;
            }
        }
        return false;
    }

    private double lead(int place) {
        double score = candidates.get(place).score();
        double next = place + 1 < candidates.size() ? candidates.get(place + 1).score() : 0;
        return place > 0 || score <= 0 ? 0 : (score - next) / score;
    }
}
