package dev.svar.category.learn;

import dev.svar.category.learn.CategoryTrainer.Trial;
import dev.svar.category.learn.Lessons.Snapshot;
import dev.svar.category.learn.Refit.Outcome;
import java.util.Optional;

/**
 * The live and the new model beside each other, on tickets that neither was trained from.
 *
 * @param asked how many tickets
 * @param liveRight how many the live one had right when they came
 * @param newRight how many one had right that was trained as the new one, but from a part of the examples
 * @param differing how many only one of the two had right
 */
record HeldBack(int asked, int liveRight, int newRight, int differing) {
    /** Fewer tickets do not tell which model is better. */
    private static final int LEAST_ASKED = 20;
    /** Standard errors, as McNemar's test counts them, that chance explains. */
    private static final double CHANCE = 2;

    static HeldBack of(Snapshot snapshot, Trial trial) {
        int asked = 0;
        int liveRight = 0;
        int newRight = 0;
        int differing = 0;
        for (int i = 0; i < trial.heldOut().texts().size(); i++) {
            int example = trial.heldOut().texts().get(i);
            Optional<Boolean> live = snapshot.rightWhenItCame(example);
            if (live.isPresent()) {
                boolean right = trial.heldOut().isRight(i);
                asked++;
                liveRight += live.get() ? 1 : 0;
                newRight += right ? 1 : 0;
                differing += live.get() == right ? 0 : 1;
            }
        }
        return new HeldBack(asked, liveRight, newRight, differing);
    }

    boolean newIsWorse() {
        return asked >= LEAST_ASKED && liveRight - newRight > CHANCE * Math.sqrt(differing);
    }

    Refit refit(Outcome outcome, int examples) {
        return new Refit(outcome, examples, asked, liveRight, newRight);
    }
}
