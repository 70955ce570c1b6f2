package dev.svar.search;

/**
 * A text that may answer.
 *
 * @param segment in which segment it is
 * @param document where in it
 * @param score how well it fits
 * @param passage the number of its best passage
 */
record Candidate(int segment, int document, float score, int passage) {
    Candidate with(float more, int best) {
        return new Candidate(segment, document, score + more, best);
    }
}
