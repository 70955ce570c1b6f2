package dev.svar.search;

/**
 * A text that may answer.
 *
 * @param document where it is
 * @param text its key
 * @param score how well it fits
 * @param passage where its best passage is, -1 if none has a word of the question
 */
record Candidate(int document, String text, double score, int passage) {}
