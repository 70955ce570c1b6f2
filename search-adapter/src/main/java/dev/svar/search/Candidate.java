package dev.svar.search;

/**
 * A text that may answer.
 *
 * @param segment in which segment it is
 * @param document where in it
 * @param passages how many passages follow it
 * @param score how well it fits
 * @param passage where its best passage is; itself if none has a word of the question
 */
record Candidate(int segment, int document, int passages, float score, int passage) {
    Candidate with(float more, int best) {
        return new Candidate(segment, document, passages, score + more, best);
    }

    Range range() {
        return new Range(document + 1, document + 1 + passages);
    }
}
