package dev.svar.delivery;

import dev.svar.error.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How long letters that can wait are held to become one. Windows begin at midnight where the reader is: one of four hours ends at
 * 4, 8, 12, 16, 20 and 24 o'clock, so that letters of the same window need not know of each other.
 *
 * @param length how long, from {@link #SHORTEST} to a day, a whole number of times in a day
 */
public record DigestWindow(Duration length) {
    /** The shortest window. */
    public static final Duration SHORTEST = Duration.ofMinutes(5);

    /** An hour. */
    public static final DigestWindow HOURLY = new DigestWindow(Duration.ofHours(1));

    /** A day. */
    public static final DigestWindow DAILY = new DigestWindow(Duration.ofDays(1));

    /**
     * Checks the length.
     *
     * @param length how long
     */
    public DigestWindow {
        boolean fits = length.compareTo(SHORTEST) >= 0
                && Duration.ofDays(1).toMillis() % length.toMillis() == 0
                && length.toSeconds() * 1000 == length.toMillis();
        if (!fits) {
            throw new InvalidValueException(
                    "digestWindow",
                    "is " + length + ", it must be 5 minutes to a day and a whole number of times in a day");
        }
    }

    /**
     * When the window ends that it is.
     *
     * @param now when
     * @param zone where the reader is
     * @return its end, after {@code now} and at the latest at midnight; where clocks are changed one window of the day is longer or
     *     shorter
     */
    public Instant end(Instant now, ZoneId zone) {
        LocalDate day = now.atZone(zone).toLocalDate();
        Instant begins = day.atStartOfDay(zone).toInstant();
        Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
        long passed = Duration.between(begins, now).dividedBy(length);
        Instant end = begins.plus(length.multipliedBy(passed + 1));
        return end.isAfter(midnight) ? midnight : end;
    }
}
