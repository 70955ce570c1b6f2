package dev.svar.category.learn;

import java.util.List;

/**
 * How often an answer is right, given the probability that one temperature gives it: a temperature that fits all categories
 * leaves the first one too sure where it is sure. A logistic curve over the log odds (Platt 1999), fitted on held-out texts.
 *
 * @param slope of the log odds
 * @param offset of the log odds
 */
record Sureness(double slope, double offset) {
    static final Sureness UNCHANGED = new Sureness(1, 0);

    private static final int ROUNDS = 30;
    /** As much as so many texts speak for no change. */
    private static final double CAUTION = 5;
    /** Nothing is impossible, and nothing certain. */
    private static final double LEAST = 1e-9;

    /** Newton's method; the loss is convex. */
    static Sureness fit(List<Double> probabilities, List<Boolean> right) {
        double slope = 1;
        double offset = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double bySlope = CAUTION * (slope - 1);
            double byOffset = CAUTION * offset;
            double slopes = CAUTION;
            double offsets = CAUTION;
            double both = 0;
            for (int i = 0; i < probabilities.size(); i++) {
                double odds = logOdds(probabilities.get(i));
                double sure = logistic(slope * odds + offset);
                double error = sure - (right.get(i) ? 1 : 0);
                double spread = sure * (1 - sure);
                bySlope += error * odds;
                byOffset += error;
                slopes += spread * odds * odds;
                offsets += spread;
                both += spread * odds;
            }
            double determinant = slopes * offsets - both * both;
            slope -= (offsets * bySlope - both * byOffset) / determinant;
            offset -= (slopes * byOffset - both * bySlope) / determinant;
        }
        return slope > 0 ? new Sureness(slope, offset) : UNCHANGED;
    }

    private static double logOdds(double probability) {
        double inside = Math.max(LEAST, Math.min(1 - LEAST, probability));
        return StrictMath.log(inside / (1 - inside));
    }

    private static double logistic(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    /** How sure it is what comes with a probability. */
    double of(double probability) {
        return logistic(slope * logOdds(probability) + offset);
    }

    /** Changes the first; the others keep their proportions and stay behind it. What is missing to 1 is none of them. */
    void apply(double[] probabilities) {
        int first = 0;
        for (int k = 1; k < probabilities.length; k++) {
            first = probabilities[k] > probabilities[first] ? k : first;
        }
        double before = probabilities[first];
        double after = of(before);
        double others = after <= before ? after / before : (1 - after) / (1 - before);
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] *= others;
        }
        probabilities[first] = after;
    }
}
