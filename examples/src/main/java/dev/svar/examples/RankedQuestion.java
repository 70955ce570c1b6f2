package dev.svar.examples;

import java.util.List;
import java.util.Set;

/**
 * A question and the articles that were found for it.
 *
 * @param right the ids of those that answer it
 * @param answerable whether one of them is there
 * @param ranked the ids of those that were found, the likeliest first
 */
record RankedQuestion(Set<String> right, boolean answerable, List<String> ranked) {
    /** Where the first right one is, from 1; 0 if none was found. */
    int rank() {
        for (int i = 0; i < ranked.size(); i++) {
            if (right.contains(ranked.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    boolean isAmong(int first) {
        return rank() > 0 && rank() <= first;
    }

    /** A line {@code right ids<TAB>ranked ids}. */
    String line() {
        return String.join(",", right) + "\t" + String.join(",", ranked) + "\n";
    }
}
