package dev.svar.examples;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How sure the best article was for questions that have an answer, and for questions that have none: the same questions asked of
 * an index that lacks their articles and a tenth of the others.
 *
 * @param answerable for those that have one, in rising order
 * @param unanswerable for those that have none
 */
record Sureness(List<Double> answerable, List<Double> unanswerable) {
    private static final int FOLDS = 10;

    static Sureness of(AskedArticles asked, Shelved all) {
        List<Double> answerable = new ArrayList<>();
        List<Double> unanswerable = new ArrayList<>();
        List<String> ids = new ArrayList<>(asked.articles().keySet());
        for (int fold = 0; fold < FOLDS; fold++) {
            Set<String> left = new HashSet<>();
            for (int i = fold; i < ids.size(); i += FOLDS) {
                left.add(ids.get(i));
            }
            try (Shelved without = asked.shelved(left)) {
                for (LabeledText question : asked.asked()) {
                    Set<String> right = asked.known(question);
                    if (!right.isEmpty() && left.containsAll(right)) {
                        answerable.add(all.sureness(question.text()));
                        unanswerable.add(without.sureness(question.text()));
                    }
                }
            }
        }
        for (LabeledText question : asked.asked()) {
            if (asked.known(question).isEmpty()) {
                unanswerable.add(all.sureness(question.text()));
            }
        }
        answerable.sort(null);
        return new Sureness(answerable, unanswerable);
    }

    /** How sure one must be so that a share of what has an answer is shown something. */
    double covering(double share) {
        return answerable.isEmpty() ? 0 : answerable.get((int) (answerable.size() * (1 - share)));
    }

    void print(Measures measures, String what, double least) {
        measures.print(
                what,
                "from %.3f: something shown for %.1f %% of what has an answer, %.1f %% of what has none",
                least,
                100 * shown(answerable, least),
                100 * shown(unanswerable, least));
    }

    private static double shown(List<Double> sureness, double least) {
        return sureness.stream().filter(s -> s >= least).count() / (double) Math.max(1, sureness.size());
    }
}
