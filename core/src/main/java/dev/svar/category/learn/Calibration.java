package dev.svar.category.learn;

import java.util.List;

/**
 * Turns scores into probabilities by one temperature (Guo, Pleiss, Sun, Weinberger: On Calibration of Modern Neural Networks,
 * ICML 2017) and a curve for the first of them, both fitted on texts that the scores were not trained on.
 */
record Calibration(float temperature, Sureness sureness) {
    private static final double COLDEST = 0.02;
    private static final double HOTTEST = 5;
    /** What is assumed from few texts, and how many texts it takes to be sure of another one. */
    private static final double USUAL = 0.35;

    private static final double CAUTION = 10;
    private static final int STEPS = 40;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    static Calibration fit(HeldOut heldOut) {
        double from = StrictMath.log(COLDEST);
        double to = StrictMath.log(HOTTEST);
        for (int step = 0; step < STEPS; step++) {
            double left = to - GOLDEN * (to - from);
            double right = from + GOLDEN * (to - from);
            if (loss(heldOut, StrictMath.exp(left)) < loss(heldOut, StrictMath.exp(right))) {
                to = right;
            } else {
                from = left;
            }
        }
        Calibration plain = new Calibration((float) StrictMath.exp((from + to) / 2), Sureness.UNCHANGED);
        return new Calibration(plain.temperature(), Sureness.fit(heldOut.sureness(plain), heldOut.right()));
    }

    private static double loss(HeldOut heldOut, double temperature) {
        return loss(heldOut.scores(), heldOut.categories(), temperature);
    }

    private static double loss(List<float[]> scores, List<Integer> categories, double temperature) {
        double unusual = StrictMath.log(temperature / USUAL);
        double loss = CAUTION * unusual * unusual;
        for (int i = 0; i < scores.size(); i++) {
            float[] of = scores.get(i);
            double highest = highest(of);
            double sum = 0;
            for (float score : of) {
                sum += StrictMath.exp((score - highest) / temperature);
            }
            loss += StrictMath.log(sum) - (of[categories.get(i)] - highest) / temperature;
        }
        return loss;
    }

    private static double highest(float[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            highest = Math.max(highest, score);
        }
        return highest;
    }

    double[] probabilities(float[] scores) {
        float[] tempered = new float[scores.length];
        tempered(scores, tempered);
        double[] probabilities = softmax(tempered);
        sureness.apply(probabilities);
        return probabilities;
    }

    void tempered(float[] scores, float[] into) {
        for (int k = 0; k < scores.length; k++) {
            into[k] = scores[k] / temperature;
        }
    }

    double tempered(double score) {
        return score / temperature;
    }

    static double[] softmax(float[] scores) {
        double highest = highest(scores);
        double[] probabilities = new double[scores.length];
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            probabilities[k] = StrictMath.exp(scores[k] - highest);
            sum += probabilities[k];
        }
        for (int k = 0; k < scores.length; k++) {
            probabilities[k] /= sum;
        }
        return probabilities;
    }
}
