package dev.svar.trend;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * What is usual, by the hour of the week (in UTC). The level is the mean of past weeks' totals, none of which counts for more
 * than chance explains beside their median, so that a past outbreak does not become the norm. It is spread over the week as
 * everything at the desk is, and as the series itself was at that hour (a Gamma prior worth {@link #PRIOR_WEEKS} weeks, updated
 * by what was counted).
 */
record Baseline(HourlyCounts series, HourlyCounts all, long end, int weeks) {
    private static final int WEEK = 7 * 24;
    private static final double PRIOR_WEEKS = 2;
    /** So many tickets are added to the past evenly, so that no hour is thought to be silent forever. */
    private static final double EVENLY = 2;
    /** A week of a series of which nothing was counted yet is expected to have as much. */
    private static final double LEAST_LEVEL = 1;
    /** Standard deviations beside the median that chance explains. */
    private static final double CHANCE = 3;

    /** What is known at an hour from the hours before; of a desk that is younger, only whole weeks of its life. */
    static Baseline before(HourlyCounts series, HourlyCounts all, long end, int most) {
        OptionalLong first = all.first();
        long lived = first.isPresent() ? Math.max(0, (end - first.getAsLong()) / WEEK) : 0;
        return new Baseline(series, all, end, (int) Math.min(most, lived));
    }

    double level() {
        return Math.max(LEAST_LEVEL, capped(series, end - WEEK, end));
    }

    /** What is expected in some hours, which are not before the end and at most a week. */
    double expected(long from, long until) {
        long weeksAhead = (until - 1 - end) / WEEK + 1;
        double whole = all.sum(end - (long) weeks * WEEK, end);
        long hours = until - from;
        double near = sumOfPast(all, from - 1, until + 1, weeksAhead) * hours / (hours + 2.0);
        double share = (near + EVENLY * hours / WEEK) / (whole + EVENLY);
        double prior = level() * Math.min(1, share);
        double own = capped(series, from - weeksAhead * WEEK, until - weeksAhead * WEEK) * weeks;
        return (PRIOR_WEEKS * prior + own) / (PRIOR_WEEKS + weeks);
    }

    /** One divided by the shape of the negative binomial distribution that counts follow: how uncertain the level is. */
    double uncertainty(double spread) {
        return spread * spread + 1 / (1 + level() * weeks);
    }

    private double sumOfPast(HourlyCounts counts, long from, long until, long weeksAhead) {
        double sum = 0;
        for (long week = weeksAhead; week < weeksAhead + weeks; week++) {
            sum += counts.sum(from - week * WEEK, until - week * WEEK);
        }
        return sum;
    }

    /** The mean over past weeks of what was counted in the same hours, outbreaks cut. */
    private double capped(HourlyCounts counts, long from, long until) {
        double[] sums = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            sums[week] = counts.sum(from - (long) week * WEEK, until - (long) week * WEEK);
        }
        double[] sorted = sums.clone();
        Arrays.sort(sorted);
        double median = weeks == 0 ? 0 : (sorted[(weeks - 1) / 2] + sorted[weeks / 2]) / 2;
        double most = median + CHANCE * Math.sqrt(median + 1);
        return Arrays.stream(sums).map(sum -> Math.min(sum, most)).average().orElse(0);
    }
}
