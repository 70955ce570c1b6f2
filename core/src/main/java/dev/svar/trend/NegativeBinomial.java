package dev.svar.trend;

/** Counts whose level is itself uncertain: a Poisson distribution whose mean follows a Gamma distribution. */
final class NegativeBinomial {
    /** Larger counts are compared by their standard deviations. */
    private static final long MOST_SUMMED = 10_000;

    private static final double ROUNDING = 1e-6;
    private static final double NO_MORE = 1e-12;
    /** The logarithm of what is too small for a double. */
    private static final double NOTHING = -745;

    private NegativeBinomial() {}

    /**
     * How likely as much or more is.
     *
     * @param mean what is expected, above 0
     * @param uncertainty one divided by the shape; the variance is mean + uncertainty · mean²
     */
    static double atLeast(long count, double mean, double uncertainty) {
        if (count <= 0) {
            return 1;
        }
        if (count > MOST_SUMMED) {
            double above = (count - mean) / Math.sqrt(mean + uncertainty * mean * mean);
            return above <= 0 ? 1 : Math.exp(-above * above / 2);
        }
        double shape = 1 / uncertainty;
        double odds = mean / (shape + mean);
        double log = -shape * Math.log1p(mean / shape);
        double below = 0;
        for (long k = 0; k < count; k++) {
            below += Math.exp(log);
            log += Math.log((shape + k) / (k + 1) * odds);
        }
        return 1 - below > ROUNDING ? 1 - below : tail(log, count, shape, odds);
    }

    /** Sums the small end itself, where one minus the rest would be rounding. */
    private static double tail(double first, long count, double shape, double odds) {
        double sum = 0;
        double log = first;
        for (long k = count; k < count + MOST_SUMMED && log > NOTHING; k++) {
            double term = Math.exp(log);
            sum += term;
            if (term < sum * NO_MORE) {
                return sum;
            }
            log += Math.log((shape + k) / (k + 1) * odds);
        }
        return sum;
    }
}
