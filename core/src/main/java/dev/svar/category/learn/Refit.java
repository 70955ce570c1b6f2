package dev.svar.category.learn;

import java.util.Locale;

/**
 * What became of a training beside the live model.
 *
 * @param outcome whether the new model answers now
 * @param examples how many it was trained from
 * @param heldBack how many examples tell which is better: neither model was trained from them
 * @param liveRight how many of these the live one had right when they came
 * @param newRight how many of these the new one has right
 */
public record Refit(Outcome outcome, int examples, int heldBack, int liveRight, int newRight) {
    /** Which model answers now. */
    public enum Outcome {
        /** The new one. */
        PROMOTED,
        /** The live one as before: the new one is worse. */
        NOT_BETTER,
        /**
         * The live one: while the new one was trained, examples were forgotten or categories changed, or another node was
         * faster. Train again if it is still due.
         */
        OVERTAKEN,
        /** The live one: another thread trains already. */
        BUSY,
        /** None: there is nothing to train from. */
        EMPTY
    }

    /** {@return the same, for a model that came too late: meanwhile another one took the place of the live one} */
    public Refit overtaken() {
        return new Refit(Outcome.OVERTAKEN, examples, heldBack, liveRight, newRight);
    }

    static Refit nothing(Outcome outcome) {
        return new Refit(outcome, 0, 0, 0, 0);
    }

    /** {@return whether the new model answers now} */
    public boolean promoted() {
        return outcome == Outcome.PROMOTED;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, from %d examples; of %d held back the live model had %d right, the new one has %d",
                outcome,
                examples,
                heldBack,
                liveRight,
                newRight);
    }
}
