package dev.svar.category.learn;

/** How sure the last answers were. Thread-safe. */
final class RecentAnswers {
    private static final int MOST = 1_000;

    private final double[] confidences = new double[MOST];
    private long count;

    synchronized void add(double confidence) {
        confidences[(int) (count++ % MOST)] = confidence;
    }

    synchronized void clear() {
        count = 0;
    }

    synchronized Drift beside(double expected) {
        int asked = (int) Math.min(count, MOST);
        double sum = 0;
        for (int i = 0; i < asked; i++) {
            sum += confidences[i];
        }
        return Drift.of(asked, asked == 0 ? 0 : sum / asked, expected);
    }
}
