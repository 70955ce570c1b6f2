package dev.svar.examples;

import dev.svar.category.CategoryQuestion;
import dev.svar.category.RankedCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures of a categorizer, all of them shares of 1. */
record Predictions(List<Prediction> all) {
    private static final int BINS = 15;

    static Predictions of(List<LabeledText> test, Function<CategoryQuestion, List<RankedCategory>> categorizer) {
        return new Predictions(test.stream()
                .map(t -> new Prediction(t.label(), categorizer.apply(CategoryQuestion.of(t.text()))))
                .toList());
    }

    double accuracy() {
        return share(Prediction::isRight);
    }

    double topThree() {
        return share(p -> p.isAmong(3));
    }

    private double share(Predicate<Prediction> of) {
        return (double) all.stream().filter(of).count() / all.size();
    }

    /** The mean over all categories that a text has or was said to have, a rare one counting as much as a common one. */
    double macroF1() {
        List<String> labels = all.stream()
                .flatMap(p -> Stream.of(p.gold(), p.predicted()))
                .distinct()
                .toList();
        return labels.stream().mapToDouble(this::f1).average().orElse(0);
    }

    private double f1(String label) {
        long right =
                all.stream().filter(p -> p.isRight() && p.gold().equals(label)).count();
        long gold = all.stream().filter(p -> p.gold().equals(label)).count();
        long said = all.stream().filter(p -> p.predicted().equals(label)).count();
        return 2.0 * right / (gold + said);
    }

    /** The expected calibration error over 15 bins of equal width (Guo et al., ICML 2017). */
    double calibrationError() {
        double[] sure = new double[BINS];
        double[] right = new double[BINS];
        for (Prediction p : all) {
            int bin = (int) Math.min(BINS - 1, p.probability() * BINS);
            sure[bin] += p.probability();
            right[bin] += p.isRight() ? 1 : 0;
        }
        double error = 0;
        for (int i = 0; i < BINS; i++) {
            error += Math.abs(sure[i] - right[i]) / all.size();
        }
        return error;
    }

    /** The largest share, the surest first, of which at least so many are right. */
    double answeredAt(double precision) {
        double answered = 0;
        int right = 0;
        List<Prediction> surest = surestFirst();
        for (int i = 0; i < surest.size(); i++) {
            right += surest.get(i).isRight() ? 1 : 0;
            boolean last = i == surest.size() - 1
                    || surest.get(i + 1).probability() < surest.get(i).probability();
            answered = last && right >= precision * (i + 1) ? (double) (i + 1) / surest.size() : answered;
        }
        return answered;
    }

    /** Those with at least this probability; nobody may be left. */
    Predictions from(double threshold) {
        return new Predictions(
                all.stream().filter(p -> p.probability() >= threshold).toList());
    }

    private List<Prediction> surestFirst() {
        List<Prediction> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingDouble(p -> -p.probability()));
        return sorted;
    }

    /** A line {@code gold<TAB>predicted<TAB>probability} each. */
    void write(Path file) {
        String lines = all.stream()
                .map(p -> String.format(Locale.ROOT, "%s\t%s\t%.6f\n", p.gold(), p.predicted(), p.probability()))
                .collect(Collectors.joining());
        try {
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UsageException("cannot write " + file);
        }
    }
}
