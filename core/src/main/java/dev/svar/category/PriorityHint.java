package dev.svar.category;

import dev.svar.error.InvalidValueException;
import dev.svar.ticket.Priority;
import java.util.List;

/**
 * How urgent a text seems to be.
 *
 * @param priority how urgent
 * @param probability how likely that is right, above 0, up to 1
 * @param reasons what counted, for people to read; first the weightiest
 */
public record PriorityHint(Priority priority, double probability, List<String> reasons) {
    /**
     * Checks and copies.
     *
     * @param priority how urgent
     * @param probability how likely that is right
     * @param reasons what counted, for people to read
     */
    public PriorityHint {
        if (!(probability > 0 && probability <= 1)) {
            throw new InvalidValueException("probability", "is " + probability + ", it must be above 0, up to 1");
        }
        reasons = List.copyOf(reasons);
    }
}
