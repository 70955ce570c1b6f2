package dev.svar.sla;

import java.time.Duration;

/** Exact shares of durations. */
final class Shares {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    private Shares() {}

    /** So many hundredths, cut to microseconds as all times that are stored. For durations of a calendar, and up to 1000 %. */
    static Duration percent(Duration duration, int percent) {
        long hundredths = duration.getSeconds() * percent;
        long nanos = (hundredths % 100 * NANOS_PER_SECOND + (long) duration.getNano() * percent) / 100;
        return Duration.ofSeconds(hundredths / 100, nanos - nanos % NANOS_PER_MICRO);
    }
}
