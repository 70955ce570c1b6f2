package dev.svar.search;

import java.util.Comparator;

/**
 * A text that may answer.
 *
 * @param segment in which segment it is
 * @param document where in it
 * @param score how well it fits
 * @param passage the number of its best passage
 */
record Candidate(int segment, int document, float score, int passage) {
    static final Comparator<Candidate> BEST_LAST = Comparator.comparingDouble(Candidate::score)
            .thenComparing(Comparator.comparingInt(Candidate::segment)
                    .thenComparingInt(Candidate::document)
                    .reversed());

    Candidate with(float more, int best) {
        return new Candidate(segment, document, score + more, best);
    }
}
