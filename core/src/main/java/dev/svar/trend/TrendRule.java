package dev.svar.trend;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.util.Locale;

/**
 * When something counts as a trend.
 *
 * @param weeks how many past weeks are looked at, {@value #LEAST_WEEKS} to {@value #MOST_WEEKS}
 * @param least fewer in a window are no trend, whatever was expected
 * @param ratio how many times as much as expected it must be, above 1
 * @param chance how likely as much or more may be by chance in a window, 0 to 0.1
 * @param spread how much days differ beyond chance: the standard deviation of a day's level, as a share of it
 */
public record TrendRule(int weeks, int least, double ratio, double chance, double spread) {
    /** The fewest weeks; a desk that has fewer has no alarm. */
    public static final int LEAST_WEEKS = 2;

    /** The most weeks. */
    public static final int MOST_WEEKS = 26;

    private static final TrendRule STANDARD = new TrendRule(8, 5, 2, 1e-5, 0.4);

    /**
     * Checks.
     *
     * @param weeks how many past weeks are looked at
     * @param least fewer in a window are no trend
     * @param ratio how many times as much as expected it must be
     * @param chance how likely as much or more may be by chance
     * @param spread how much days differ beyond chance
     */
    public TrendRule {
        Check.range("trend.weeks", weeks, LEAST_WEEKS, MOST_WEEKS);
        Check.range("trend.least", least, 1, Integer.MAX_VALUE);
        between("trend.ratio", ratio, 1, 1000);
        between("trend.chance", chance, 0, 0.1);
        between("trend.spread", spread, 0, 10);
    }

    private static void between(String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new InvalidValueException(
                    field, String.format(Locale.ROOT, "is %s, it must be from %s to %s", value, least, most));
        }
    }

    /** {@return eight weeks, five at least, twice as much as expected, one in 100,000 by chance, a spread of 0.4} */
    public static TrendRule standard() {
        return STANDARD;
    }
}
