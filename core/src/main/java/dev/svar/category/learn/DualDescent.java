package dev.svar.category.learn;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * A support vector machine with squared hinge loss for one category against all others, by coordinate descent in the dual with
 * shrinking (Hsieh, Chang, Lin, Keerthi, Sundararajan: A Dual Coordinate Descent Method for Large-scale Linear SVM, ICML 2008).
 */
final class DualDescent {
    private static final int MAX_ROUNDS = 40;
    private static final double TOLERANCE = 0.3;

    private final TrainingTexts texts;
    private final float[] weights; // the last one is the threshold
    private final double[] duals;
    private final int[] order;

    DualDescent(TrainingTexts texts) {
        this.texts = texts;
        this.weights = new float[texts.termCount + 1];
        this.duals = new double[texts.size()];
        this.order = new int[texts.size()];
    }

    /**
     * Trains anew.
     *
     * @param ofCategory its texts, against all others
     * @param cost what an error about a text of another category costs
     * @param ownCost what an error about a text of this category costs
     * @return the weight of each term and the threshold behind them, valid until the next call
     */
    float[] train(BitSet ofCategory, double cost, double ownCost, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Arrays.fill(weights, 0);
        Arrays.fill(duals, 0);
        Arrays.setAll(order, i -> i);
        int active = order.length;
        double bound = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            shuffle(active, random);
            double highest = Double.NEGATIVE_INFINITY;
            double lowest = Double.POSITIVE_INFINITY;
            for (int at = 0; at < active; at++) {
                int text = order[at];
                boolean own = ofCategory.get(text);
                int sign = own ? 1 : -1;
                double slack = 0.5 / (own ? ownCost : cost);
                double gradient = sign * score(text) - 1 + duals[text] * slack;
                if (duals[text] == 0 && gradient > 0) {
                    if (gradient > bound) {
                        active--;
                        order[at] = order[active];
                        order[active] = text;
                        at--;
                        continue;
                    }
                    highest = Math.max(highest, 0);
                    lowest = Math.min(lowest, 0);
                    continue;
                }
                highest = Math.max(highest, gradient);
                lowest = Math.min(lowest, gradient);
                step(text, sign, gradient / (texts.squares[text] + 1 + slack));
            }
            if (highest - lowest <= TOLERANCE) {
                return weights;
            }
            bound = highest > 0 ? highest : Double.POSITIVE_INFINITY;
        }
        return weights;
    }

    private void shuffle(int active, SplittableRandom random) {
        for (int i = 0; i < active; i++) {
            int j = i + random.nextInt(active - i);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    /** Four sums side by side, since each addition waits for the one before it. */
    private float score(int text) {
        int[] terms = texts.terms;
        float[] values = texts.values;
        float first = weights[weights.length - 1];
        float second = 0;
        float third = 0;
        float fourth = 0;
        int i = texts.starts[text];
        int end = texts.starts[text + 1];
        for (; i + 3 < end; i += 4) {
            first += weights[terms[i]] * values[i];
            second += weights[terms[i + 1]] * values[i + 1];
            third += weights[terms[i + 2]] * values[i + 2];
            fourth += weights[terms[i + 3]] * values[i + 3];
        }
        for (; i < end; i++) {
            first += weights[terms[i]] * values[i];
        }
        return (first + second) + (third + fourth);
    }

    private void step(int text, int sign, double down) {
        double before = duals[text];
        duals[text] = Math.max(before - down, 0);
        float change = (float) ((duals[text] - before) * sign);
        for (int i = texts.starts[text]; i < texts.starts[text + 1]; i++) {
            weights[texts.terms[i]] += change * texts.values[i];
        }
        weights[weights.length - 1] += change;
    }
}
