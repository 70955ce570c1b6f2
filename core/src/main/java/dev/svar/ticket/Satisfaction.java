package dev.svar.ticket;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.time.Instant;
import java.util.Optional;

/**
 * What the customer said of the help, and whether they were asked for it again.
 *
 * @param answer the latest answer, if there is one
 * @param reminded whether they were asked again since the ticket was done
 */
public record Satisfaction(Optional<Answer> answer, boolean reminded) {
    /** The most characters of a comment. */
    public static final int MAX_COMMENT_LENGTH = 5_000;

    /** Of a ticket about which nobody was asked again and nobody said anything. */
    public static final Satisfaction NONE = new Satisfaction(Optional.empty(), false);

    /**
     * What a customer said.
     *
     * @param rating good or bad
     * @param comment in their own words, possibly empty; at most {@value #MAX_COMMENT_LENGTH} characters
     * @param how whether it was {@link Resolution#SOLVED} or a {@link Resolution#WORKAROUND}, if they said so
     * @param at when
     */
    public record Answer(Rating rating, String comment, Optional<Resolution> how, Instant at) {
        /**
         * Checks.
         *
         * @param rating good or bad
         * @param comment in their own words, possibly empty
         * @param how whether it was a solution or a workaround, if they said so
         * @param at when
         */
        public Answer {
            checked(comment, how);
        }
    }

    static void checked(String comment, Optional<Resolution> how) {
        Check.length("comment", comment, MAX_COMMENT_LENGTH);
        if (how.filter(h -> h != Resolution.SOLVED && h != Resolution.WORKAROUND)
                .isPresent()) {
            throw new InvalidValueException("how", "must be a solution or a workaround, customers are asked no more");
        }
    }

    Satisfaction answered(Answer given) {
        return new Satisfaction(Optional.of(given), reminded);
    }

    Satisfaction asked(boolean again) {
        return new Satisfaction(answer, again);
    }
}
