package dev.svar.examples;

import java.util.List;
import java.util.Set;

/**
 * A question and the articles that were found for it.
 *
 * @param right the ids of those that answer it
 * @param ranked the ids of those that were found, the likeliest first
 */
record RankedQuestion(Set<String> right, List<String> ranked) {
    /** From 1; 0 if no right one was found. */
    int rank() {
        for (int i = 0; i < ranked.size(); i++) {
            if (right.contains(ranked.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    static double recall(List<RankedQuestion> questions, int first) {
        long found = questions.stream().filter(q -> q.rank() > 0 && q.rank() <= first).count();
        return found / (double) Math.max(1, questions.size());
    }

    static double reciprocalRank(List<RankedQuestion> questions, int first) {
        return questions.stream()
                .mapToDouble(q -> q.rank() > 0 && q.rank() <= first ? 1.0 / q.rank() : 0)
                .average()
                .orElse(0);
    }
}
