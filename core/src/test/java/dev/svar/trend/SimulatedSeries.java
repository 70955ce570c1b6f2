package dev.svar.trend;

import java.util.Random;
import java.util.TreeMap;

/** Tickets as they come to a desk with office hours: by the hour of the week, some days more than others, each by chance. */
final class SimulatedSeries {
    private static final int DAY = 24;
    private static final int SATURDAY = 5;

    private final TreeMap<Long, Long> counts = new TreeMap<>();
    private final Random random;
    private final double perWeek;
    private final double spread;
    private long day = Long.MIN_VALUE;
    private double factor = 1;

    /** @param spread the standard deviation of a day's level, as a share of it */
    SimulatedSeries(Random random, double perWeek, double spread) {
        this.random = random;
        this.perWeek = perWeek;
        this.spread = spread;
    }

    /** What is usual in an hour; hour 0 is a Monday's first one. */
    static double share(long hour) {
        long of = Math.floorMod(hour, 7L * DAY);
        boolean weekend = of / DAY >= SATURDAY;
        double daily = 0.3 + Math.max(0, Math.sin((of % DAY - 6) * Math.PI / 14)) * 3;
        return (weekend ? 0.25 * daily : daily) / SUM;
    }

    private static final double SUM = sum();

    private static double sum() {
        double sum = 0;
        for (int of = 0; of < 7 * DAY; of++) {
            double daily = 0.3 + Math.max(0, Math.sin((of % DAY - 6) * Math.PI / 14)) * 3;
            sum += of / DAY >= SATURDAY ? 0.25 * daily : daily;
        }
        return sum;
    }

    /** A part of an hour passes, with so many times as much as usual. */
    void live(long hour, double part, double times) {
        if (Math.floorDiv(hour, DAY) != day) {
            day = Math.floorDiv(hour, DAY);
            factor = Math.exp(random.nextGaussian() * spread - spread * spread / 2);
        }
        long came = poisson(perWeek * share(hour) * part * times * factor);
        counts.merge(hour, came, Long::sum);
    }

    HourlyCounts counts() {
        return HourlyCounts.of(counts);
    }

    private long poisson(double mean) {
        if (mean > 30) {
            return Math.max(0, Math.round(mean + random.nextGaussian() * Math.sqrt(mean)));
        }
        double limit = Math.exp(-mean);
        long count = -1;
        for (double product = 1; product > limit; product *= random.nextDouble()) {
            count++;
        }
        return Math.max(0, count);
    }
}
