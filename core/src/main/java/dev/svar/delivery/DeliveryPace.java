package dev.svar.delivery;

import dev.svar.error.Check;
import java.time.Duration;

/**
 * How many letters may leave in how long: in no window of that length more than so many begin.
 *
 * @param most how many, 1 to {@value #MAX}
 * @param window in how long, at most {@link #LONGEST_WINDOW}
 */
public record DeliveryPace(int most, Duration window) {
    /** The most letters of a window. */
    public static final int MAX = 100_000;

    /** The longest window. */
    public static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    /**
     * Checks.
     *
     * @param most how many
     * @param window in how long
     */
    public DeliveryPace {
        Check.range("pace.most", most, 1, MAX);
        Check.range("pace.window", Check.positive("pace.window", window).toMillis(), 1, LONGEST_WINDOW.toMillis());
    }

    /**
     * A pace.
     *
     * @param most how many letters
     * @param window in how long
     * @return the pace
     */
    public static DeliveryPace of(int most, Duration window) {
        return new DeliveryPace(most, window);
    }

    /**
     * A pace by the second.
     *
     * @param most how many letters
     * @return the pace
     */
    public static DeliveryPace perSecond(int most) {
        return of(most, Duration.ofSeconds(1));
    }

    /**
     * A pace by the minute.
     *
     * @param most how many letters
     * @return the pace
     */
    public static DeliveryPace perMinute(int most) {
        return of(most, Duration.ofMinutes(1));
    }
}
