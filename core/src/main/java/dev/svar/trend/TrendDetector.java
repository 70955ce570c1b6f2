package dev.svar.trend;

import dev.svar.trend.TrendLook.Finding;
import java.time.Instant;

/**
 * Compares what is counted now with what is usual at this time of the week. Counts of the last hour, of three and of twelve are
 * looked at, so that both an outbreak and a slow rise are found; each follows a negative binomial distribution around what past
 * weeks say ({@link TrendRule}). Immutable, thread-safe.
 */
public final class TrendDetector {
    /** The last day says nothing about what is usual: a trend that has begun is not the norm. */
    private static final int HELD_OUT = 24;
    /** After a week it is. */
    private static final int MOST_HELD_OUT = 7 * 24;

    private static final int[] WINDOWS = {1, 3, 12};
    /** By which window an episode ends. */
    private static final int CALM_WINDOW = 3;
    /** More likely than that is as usual. */
    private static final double CALM = 0.05;
    /** At the very beginning of an hour nothing is expected yet. */
    private static final double LEAST_MEAN = 1e-6;

    private final TrendRule rule;

    /**
     * A detector.
     *
     * @param rule when something counts as a trend
     */
    public TrendDetector(TrendRule rule) {
        this.rule = rule;
    }

    /** {@return how many hours before now counts are looked at} */
    public int hoursNeeded() {
        return rule.weeks() * 7 * 24 + MOST_HELD_OUT + HELD_OUT;
    }

    /**
     * Looks at a series.
     *
     * @param series its counts, of the last {@link #hoursNeeded}
     * @param all the counts of everything at the desk, which tell when people write at all
     * @param since since when it is above what is usual; now if it is not known to be
     * @param now the present
     * @return what is counted now, beside what is usual
     */
    public TrendLook look(HourlyCounts series, HourlyCounts all, Instant since, Instant now) {
        long hour = HourlyCounts.hourOf(now);
        long end = Math.max(Math.min(hour - HELD_OUT, HourlyCounts.hourOf(since)), hour - MOST_HELD_OUT);
        Baseline baseline = Baseline.before(series, all, end, rule.weeks());
        if (baseline.weeks() < TrendRule.LEAST_WEEKS) {
            return new TrendLook(Finding.TOO_YOUNG, 1, series.sum(hour, hour + 1), 0, 1);
        }
        TrendLook loudest = window(series, baseline, 1, now);
        boolean calm = true;
        for (int hours : WINDOWS) {
            TrendLook look = window(series, baseline, hours, now);
            boolean weightier = look.finding().compareTo(loudest.finding()) < 0
                    || (look.finding() == loudest.finding() && look.chance() < loudest.chance());
            loudest = weightier ? look : loudest;
            calm &= hours > CALM_WINDOW || look.chance() > CALM;
        }
        boolean over = calm && loudest.finding() == Finding.RAISED;
        return over
                ? new TrendLook(
                        Finding.USUAL, loudest.hours(), loudest.observed(), loudest.expected(), loudest.chance())
                : loudest;
    }

    private TrendLook window(HourlyCounts series, Baseline baseline, int hours, Instant now) {
        long hour = HourlyCounts.hourOf(now);
        double gone = Math.floorMod(now.getEpochSecond(), HourlyCounts.SECONDS) / (double) HourlyCounts.SECONDS;
        double expected =
                baseline.expected(hour, hour + 1) * gone + (hours > 1 ? baseline.expected(hour - hours + 1, hour) : 0);
        long observed = series.sum(hour - hours + 1, hour + 1);
        double mean = Math.max(expected, LEAST_MEAN);
        double chance = NegativeBinomial.atLeast(observed, mean, baseline.uncertainty(rule.spread()));
        Finding finding;
        if (observed >= rule.least()
                && observed >= rule.ratio() * expected
                && chance < rule.chance() / WINDOWS.length) {
            finding = Finding.ABOVE;
        } else {
            finding = chance > CALM ? Finding.USUAL : Finding.RAISED;
        }
        return new TrendLook(finding, hours, observed, expected, chance);
    }
}
