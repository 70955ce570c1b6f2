package dev.svar.sla;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.time.Duration;
import java.util.List;

/**
 * A step of the ladder that a broken promise climbs. Each is taken once in a cycle, with an event of its own.
 *
 * @param after how much business time after the breach, zero for at once
 * @param actions what is done, in order; possibly nothing but the event
 */
public record SlaStep(Duration after, List<SlaAction> actions) {
    /** The most actions of a step. */
    public static final int MAX_ACTIONS = 10;

    /**
     * Checks and copies.
     *
     * @param after how much business time after the breach
     * @param actions what is done, in order
     */
    public SlaStep {
        if (after.isNegative() || after.compareTo(SlaPromise.MAX_TIME) > 0) {
            throw new InvalidValueException(
                    "sla.escalate", "is " + after + " after the breach, it must be 0 to " + SlaPromise.MAX_TIME);
        }
        actions = List.copyOf(Check.size("sla.escalate.actions", actions, MAX_ACTIONS));
    }
}
