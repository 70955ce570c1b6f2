package dev.svar.trend;

import java.util.Locale;

/**
 * What is counted now, beside what is usual.
 *
 * @param finding what it means
 * @param hours how many hours the window has that stands out most, the current one among them
 * @param observed how often it was counted in these
 * @param expected how often it usually is
 * @param chance how likely as much or more is by chance, 0 to 1
 */
public record TrendLook(Finding finding, int hours, long observed, double expected, double chance) {
    /** What a look says. */
    public enum Finding {
        /** More than usual and than chance explains. */
        ABOVE,
        /** Somewhat more than usual: nothing to raise an alarm about, nor to end one. */
        RAISED,
        /** As usual. */
        USUAL,
        /** Nobody knows: the desk has lived for too short a time. */
        TOO_YOUNG
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d in %d h where %.1f are usual (%s, chance %.1e)",
                observed,
                hours,
                expected,
                finding,
                chance);
    }
}
