package dev.svar.category.learn;

import dev.svar.category.Categorizer;
import dev.svar.category.CategoryAnswer;
import dev.svar.category.CategoryQuestion;
import dev.svar.category.RankedCategory;
import java.util.List;
import java.util.Optional;

/**
 * What was learned, as a value: it answers, is written as bytes and read again, and never changes. It holds hashes of terms,
 * no text. Thread-safe.
 */
public final class CategoryModel implements Categorizer {
    /** How many categories an answer ranks. */
    public static final int RANKED = 5;

    private final Columns columns;
    private final Fit fit;
    private final Calibration calibration;
    private final ModelQuality quality;
    private final double threshold;

    CategoryModel(Columns columns, Fit fit, Calibration calibration, ModelQuality quality, double threshold) {
        this.columns = columns;
        this.fit = fit;
        this.calibration = calibration;
        this.quality = quality;
        this.threshold = threshold;
    }

    @Override
    public CategoryAnswer categorize(CategoryQuestion question) {
        TermVector text = vector(question);
        double[] probabilities = calibration.probabilities(fit.weights().scores(text));
        return new Verdict(columns, probabilities, threshold).answer(text.known(), category -> {
            int column = columns.loudest(category, probabilities);
            return new Reasons(hash -> fit.said(hash, column)).of(question);
        });
    }

    /**
     * What a text may be about, without abstaining and without reasons.
     *
     * @param question the text and what is known about it
     * @param limit how many categories at most
     * @return categories, first the likeliest; empty only if all were retired
     */
    public List<RankedCategory> rank(CategoryQuestion question, int limit) {
        return columns.ranked(calibration.probabilities(fit.weights().scores(vector(question))), limit);
    }

    /** {@return the names of its categories, sorted} */
    public List<String> categories() {
        return columns.names();
    }

    /** {@return from how many texts it was trained} */
    public int texts() {
        return fit.vocabulary().texts();
    }

    /** {@return how it did in training, about texts that were held out} */
    public ModelQuality quality() {
        return quality;
    }

    /**
     * Writes it down.
     *
     * @return about a megabyte for a hundred categories; compressed, with a checksum
     */
    public byte[] toBytes() {
        return ModelCodec.write(this);
    }

    /**
     * Reads a model.
     *
     * @param bytes what {@link #toBytes()} gave, in this version of the library or an earlier one
     * @return the model, which answers as the one that was written
     * @throws ModelUnreadableException if they are no model, a damaged one, or one of a newer version in a form unknown here
     */
    public static CategoryModel fromBytes(byte[] bytes) {
        return ModelCodec.read(bytes);
    }

    /**
     * The same with another name for a category. If there is one of that name both are one from then on.
     *
     * @param category its name
     * @param name the other name
     * @return the model
     */
    public CategoryModel renamed(String category, String name) {
        return moved(category, Optional.of(new RankedCategory(name, 0).category()));
    }

    /**
     * The same without a category: a text that would be of it gets no other instead.
     *
     * @param category its name
     * @return the model
     */
    public CategoryModel retired(String category) {
        return moved(category, Optional.empty());
    }

    CategoryModel moved(String category, Optional<String> to) {
        return new CategoryModel(columns.moved(category, to), fit, calibration, quality, threshold);
    }

    TermVector vector(CategoryQuestion question) {
        return TermVector.of(TextTerms.of(question), fit.vocabulary());
    }

    Columns columns() {
        return columns;
    }

    Fit fit() {
        return fit;
    }

    Calibration calibration() {
        return calibration;
    }

    double threshold() {
        return threshold;
    }
}
