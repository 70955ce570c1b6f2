package dev.svar.store;

import dev.svar.error.Check;

/**
 * How often something was counted in an hour; in {@link Changes} how much more, or less, it is than before.
 *
 * @param series what was counted, one line of at most {@value #MAX_SERIES_LENGTH} characters
 * @param hour in which hour: whole hours since 1970-01-01T00:00Z
 * @param count how often
 */
public record Tally(String series, long hour, long count) {
    /** The most characters of a series' name. */
    public static final int MAX_SERIES_LENGTH = 100;

    /**
     * Checks the name.
     *
     * @param series what was counted
     * @param hour in which hour
     * @param count how often
     */
    public Tally {
        Check.line("tally.series", series, MAX_SERIES_LENGTH);
    }
}
