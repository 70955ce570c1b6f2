package dev.svar.examples;

import dev.svar.category.Categorizer;
import dev.svar.category.CategoryQuestion;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Prints measures, a line each. */
record Measures(PrintStream out) {
    private static final double[] THRESHOLDS = {0.3, 0.5, 0.7, 0.8, 0.9, 0.95};
    private static final int ROUNDS = 10;

    void print(Predictions predictions) {
        int all = predictions.all().size();
        print("accuracy", "%.2f %% of %d texts", 100 * predictions.accuracy(), all);
        print("macro-F1", "%.2f %%", 100 * predictions.macroF1());
        print("top-3", "%.2f %%", 100 * predictions.topThree());
        print("calibration error", "%.4f", predictions.calibrationError());
        for (double threshold : THRESHOLDS) {
            Predictions answered = predictions.from(threshold);
            int count = answered.all().size();
            String right = count == 0 ? "none" : String.format(Locale.ROOT, "%.2f %%", 100 * answered.accuracy());
            print("from probability " + threshold, "%.2f %% answered, of them %s right", 100.0 * count / all, right);
        }
        print("at 95 % precision", "%.2f %% answered", 100 * predictions.answeredAt(0.95));
    }

    void print(String what, String format, Object... values) {
        Object[] all = Stream.concat(Stream.of(what), Stream.of(values)).toArray();
        out.printf(Locale.ROOT, "%-22s " + format + "%n", all);
    }

    /** How long an answer takes, once the code is warm: in the fastest of some rounds, since other programs slow down one. */
    void printPrediction(Categorizer categorizer, List<LabeledText> test) {
        List<CategoryQuestion> questions =
                test.stream().map(t -> CategoryQuestion.of(t.text())).toList();
        double processor = Double.POSITIVE_INFINITY;
        double clock = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            Stopwatch watch = Stopwatch.started();
            questions.forEach(categorizer::categorize);
            processor = Math.min(processor, watch.processorSeconds() * 1e6 / questions.size());
            clock = Math.min(clock, watch.clockSeconds() * 1e6 / questions.size());
        }
        print("prediction", "%.1f µs of the processor a text, with reasons; %.1f µs by the clock", processor, clock);
    }
}
