package dev.svar.knowledge;

/**
 * A text that is like another.
 *
 * @param id its id
 * @param likeness how much of the other it has, weighed by how rare that is, from 0 to 1; the same words are 1
 */
public record SimilarText(String id, double likeness) {}
