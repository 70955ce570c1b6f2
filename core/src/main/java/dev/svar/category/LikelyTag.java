package dev.svar.category;

import dev.svar.error.InvalidValueException;
import dev.svar.ticket.Tag;

/**
 * A tag that fits a text.
 *
 * @param tag the tag
 * @param probability how likely it is right, 0 to 1; 1 if a rule says so
 */
public record LikelyTag(Tag tag, double probability) {
    /**
     * Checks the probability.
     *
     * @param tag the tag
     * @param probability how likely it is right, 0 to 1
     */
    public LikelyTag {
        if (!(probability >= 0 && probability <= 1)) {
            throw new InvalidValueException("probability", "is " + probability + ", it must be from 0 to 1");
        }
    }
}
