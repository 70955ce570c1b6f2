package dev.svar.category.learn;

import dev.svar.ticket.Tag;
import java.util.List;

/**
 * A tag, how its scores become probabilities, and from which probability it is given.
 *
 * @param sureness fitted on held-out texts
 * @param threshold the one that gives the best F1 there, or the usual one if they are too few to tell
 */
record LearnedTag(Tag tag, Sureness sureness, double threshold) {
    /** The log odds of a score of 1, before anything is known. */
    private static final double STEEPNESS = 4;

    private static final int LEAST_OWN = 10;
    private static final double LOWEST = 0.2;
    private static final double HIGHEST = 0.8;
    private static final double STEP = 0.05;

    static LearnedTag fit(Tag tag, List<Double> scores, List<Boolean> own, double usual) {
        Sureness sureness =
                Sureness.fit(scores.stream().map(LearnedTag::assumed).toList(), own);
        LearnedTag plain = new LearnedTag(tag, sureness, usual);
        int count = (int) own.stream().filter(o -> o).count();
        if (count < LEAST_OWN) {
            return plain;
        }
        double best = usual;
        double highest = plain.f1(scores, own, usual, count);
        for (double threshold = LOWEST; threshold <= HIGHEST; threshold += STEP) {
            double f1 = plain.f1(scores, own, threshold, count);
            if (f1 > highest) {
                highest = f1;
                best = threshold;
            }
        }
        return new LearnedTag(tag, sureness, best);
    }

    private double f1(List<Double> scores, List<Boolean> own, double at, int count) {
        int given = 0;
        int right = 0;
        for (int i = 0; i < scores.size(); i++) {
            if (probability(scores.get(i)) >= at) {
                given++;
                right += own.get(i) ? 1 : 0;
            }
        }
        return 2.0 * right / (given + count);
    }

    private static double assumed(double score) {
        return 1 / (1 + StrictMath.exp(-STEEPNESS * score));
    }

    double probability(double score) {
        return sureness.of(assumed(score));
    }
}
