package dev.svar.search;

import java.util.List;

/**
 * What is counted of one word of a question in one field: the variant of it that counts most.
 *
 * @param field the field
 * @param terms what is looked for
 */
record Counted(Measure field, List<Term> terms) {
    /**
     * A term and what it counts.
     *
     * @param word the term
     * @param weight what it counts at most
     */
    record Term(String word, float weight) {}
}
