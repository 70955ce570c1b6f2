package dev.svar.category.learn;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Learns a {@link CategoryModel} from examples, in the calling thread, in seconds for ten thousand. The same examples in the
 * same order with the same seed give the same model, on every machine. Immutable, thread-safe.
 *
 * @param threshold below which probability the model abstains, 0 to 1
 * @param seed for the order in which texts are looked at
 */
public record CategoryTrainer(double threshold, long seed) {
    /** The most examples. */
    public static final int MAX_EXAMPLES = 500_000;

    /** The most categories. */
    public static final int MAX_CATEGORIES = 2_000;

    /** A model that is asked for an answer wants to be right more often than not. */
    public static final double DEFAULT_THRESHOLD = 0.5;

    /**
     * Checks the threshold.
     *
     * @param threshold below which probability the model abstains, 0 to 1
     * @param seed for the order in which texts are looked at
     */
    public CategoryTrainer {
        checkThreshold(threshold);
    }

    static void checkThreshold(double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new InvalidValueException(
                    "threshold", String.format(Locale.ROOT, "is %s, it must be from 0 to 1", threshold));
        }
    }

    /** A trainer whose models abstain below {@value #DEFAULT_THRESHOLD}. */
    public CategoryTrainer() {
        this(DEFAULT_THRESHOLD, 1);
    }

    /**
     * Learns.
     *
     * @param examples one at least, at most {@value #MAX_EXAMPLES}, of at most {@value #MAX_CATEGORIES} categories
     * @return the model
     * @throws InvalidValueException if there is no example, or too many of them or of their categories
     */
    public CategoryModel train(List<CategoryExample> examples) {
        return trial(examples).model();
    }

    Trial trial(List<CategoryExample> examples) {
        Check.size("examples", examples, MAX_EXAMPLES);
        if (examples.isEmpty()) {
            throw new InvalidValueException("examples", "is empty, a model needs at least one");
        }
        List<String> names = examples.stream()
                .map(CategoryExample::category)
                .distinct()
                .sorted()
                .toList();
        Check.size("examples.categories", names, MAX_CATEGORIES);
        List<TextTerms> texts =
                examples.stream().map(e -> TextTerms.of(e.question())).toList();
        int[] categories = examples.stream()
                .mapToInt(e -> Collections.binarySearch(names, e.category()))
                .toArray();
        HeldOut asTrained = HeldOut.of(texts, categories, names.size(), seed);
        float[] raises = Raises.of(asTrained, categories, names.size());
        HeldOut heldOut = asTrained.raised(raises);
        Fit fit = Fit.of(texts, categories, names.size(), seed).raised(raises);
        Calibration calibration = Calibration.fit(heldOut);
        ModelQuality quality = heldOut.quality(calibration);
        return new Trial(new CategoryModel(new Columns(names), fit, calibration, quality, threshold), heldOut);
    }

    /** A model, and what its like said about texts that it had not seen. */
    record Trial(CategoryModel model, HeldOut heldOut) {}
}
