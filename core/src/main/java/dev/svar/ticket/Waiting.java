package dev.svar.ticket;

import dev.svar.error.InvalidValueException;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a customer has waited for an answer.
 *
 * @param since from when
 * @param counted the business time that was counted of it, not negative
 */
public record Waiting(Instant since, Duration counted) {
    /**
     * Checks the time.
     *
     * @param since from when
     * @param counted the business time that was counted of it
     */
    public Waiting {
        if (counted.isNegative()) {
            throw new InvalidValueException("waiting.counted", "is " + counted + ", it must not be negative");
        }
    }
}
