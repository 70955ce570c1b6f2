package dev.svar.category.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What models that did not see them say about training texts: the honest measure, and what probabilities are fitted on. */
record HeldOut(List<Integer> texts, List<float[]> scores, List<Integer> categories) {
    static final int FOLDS = 5;
    /** Of few texts each is missed. */
    private static final int FOLDS_OF_FEW = 10;
    /** More say no more. */
    static final int ENOUGH = 2_000;
    /** Of fewer texts nothing can be held out. */
    static final int LEAST = 10;

    /** Trains on most texts and asks about the others, again with another part until there are enough answers. */
    static HeldOut of(List<TextTerms> examples, int[] categories, int categoryCount, long seed) {
        HeldOut all = new HeldOut(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (examples.size() < LEAST || categoryCount < 2) {
            return all;
        }
        int foldCount = examples.size() < ENOUGH ? FOLDS_OF_FEW : FOLDS;
        int[] folds = folds(examples.size(), foldCount, seed);
        for (int fold = 0; fold < foldCount && all.scores.size() < ENOUGH; fold++) {
            int held = fold;
            int[] seen = IntStream.range(0, folds.length)
                    .filter(i -> folds[i] != held)
                    .toArray();
            Fit fit = Fit.of(
                    IntStream.of(seen).mapToObj(examples::get).toList(),
                    IntStream.of(seen).map(i -> categories[i]).toArray(),
                    categoryCount,
                    seed);
            for (int i = 0; i < folds.length; i++) {
                if (folds[i] == held) {
                    all.texts.add(i);
                    all.scores.add(fit.weights().scores(TermVector.of(examples.get(i), fit.vocabulary())));
                    all.categories.add(categories[i]);
                }
            }
        }
        return all;
    }

    /** The same with some categories louder. */
    HeldOut raised(float[] raises) {
        List<float[]> raised = scores.stream()
                .map(of -> {
                    float[] louder = of.clone();
                    for (int k = 0; k < louder.length; k++) {
                        louder[k] += raises[k];
                    }
                    return louder;
                })
                .toList();
        return new HeldOut(texts, raised, categories);
    }

    boolean isRight(int at) {
        float[] of = scores.get(at);
        int best = 0;
        for (int k = 1; k < of.length; k++) {
            best = of[k] > of[best] ? k : best;
        }
        return best == categories.get(at);
    }

    List<Boolean> right() {
        return IntStream.range(0, scores.size()).mapToObj(this::isRight).toList();
    }

    /** How sure each first category is. */
    List<Double> sureness(Calibration calibration) {
        return scores.stream()
                .map(of -> DoubleStream.of(calibration.probabilities(of)).max().orElse(0))
                .toList();
    }

    ModelQuality quality(Calibration calibration) {
        double right = right().stream().mapToInt(r -> r ? 1 : 0).average().orElse(0);
        double sure =
                sureness(calibration).stream().mapToDouble(s -> s).average().orElse(0);
        return new ModelQuality(scores.size(), right, sure);
    }

    static int[] folds(int size, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] folds = IntStream.range(0, size).map(i -> i % count).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = folds[i];
            folds[i] = folds[j];
            folds[j] = swapped;
        }
        return folds;
    }
}
