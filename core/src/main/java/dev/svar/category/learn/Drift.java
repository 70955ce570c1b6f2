package dev.svar.category.learn;

/**
 * Whether what comes in is still what was learned from: how sure the answers are now, beside how sure they were about texts
 * that were held out in training. New topics and new words make them less sure.
 *
 * @param asked how many recent questions it is about
 * @param confidence how sure the answers to these were in the mean, 0 to 1
 * @param expected how sure they were in training
 * @param drifted whether they are less sure by more than chance explains: time to look at what is asked, and to train again
 */
public record Drift(int asked, double confidence, double expected, boolean drifted) {
    private static final int LEAST_ASKED = 100;
    /** Less is of no consequence. */
    private static final double LEAST_FALL = 0.05;
    /** So many standard errors; half is the largest standard deviation of what lies between 0 and 1. */
    private static final double SURE = 4 * 0.5;

    static Drift of(int asked, double confidence, double expected) {
        double fall = expected - confidence;
        boolean drifted = asked >= LEAST_ASKED && fall > LEAST_FALL && fall > SURE / Math.sqrt(asked);
        return new Drift(asked, confidence, expected, drifted);
    }
}
