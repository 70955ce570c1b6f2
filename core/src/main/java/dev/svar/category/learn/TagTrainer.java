package dev.svar.category.learn;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.Tag;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Learns a {@link TagModel} from examples, in the calling thread: for each tag a support vector machine against all texts that do
 * not have it. The same examples in the same order with the same seed give the same model. Immutable, thread-safe.
 *
 * @param threshold from which probability a tag is given of which too few texts were held out to choose a better one, 0 to 1
 * @param seed for the order in which texts are looked at
 */
public record TagTrainer(double threshold, long seed) {
    /** A tag of fewer examples is not learned. */
    public static final int LEAST_EXAMPLES = 3;

    private static final double COST = 1;
    private static final double MOST_RARITY = 50;

    /**
     * Checks the threshold.
     *
     * @param threshold from which probability a tag is given, 0 to 1
     * @param seed for the order in which texts are looked at
     */
    public TagTrainer {
        CategoryTrainer.checkThreshold(threshold);
    }

    /** A trainer that gives tags which are more likely right than not, where it does not know better. */
    public TagTrainer() {
        this(CategoryTrainer.DEFAULT_THRESHOLD, 1);
    }

    /**
     * Learns.
     *
     * @param examples one at least, at most {@value CategoryTrainer#MAX_EXAMPLES}, of at most
     *     {@value CategoryTrainer#MAX_CATEGORIES} tags; those without a tag count as well
     * @return the model
     * @throws InvalidValueException if there is no example, or too many of them or of their tags
     */
    public TagModel train(List<TagExample> examples) {
        Check.size("examples", examples, CategoryTrainer.MAX_EXAMPLES);
        if (examples.isEmpty()) {
            throw new InvalidValueException("examples", "is empty, a model needs at least one");
        }
        List<TextTerms> texts =
                examples.stream().map(e -> TextTerms.of(e.question())).toList();
        Map<Tag, BitSet> own = new TreeMap<>();
        for (int i = 0; i < examples.size(); i++) {
            for (Tag tag : examples.get(i).tags()) {
                own.computeIfAbsent(tag, t -> new BitSet()).set(i);
            }
        }
        own.values().removeIf(of -> of.cardinality() < LEAST_EXAMPLES);
        Check.size("examples.tags", own.keySet(), CategoryTrainer.MAX_CATEGORIES);
        List<BitSet> all = List.copyOf(own.values());
        HeldOutScores heldOut = heldOut(texts, all);
        List<LearnedTag> tags = new ArrayList<>();
        for (Tag tag : own.keySet()) {
            tags.add(heldOut.learned(tag, tags.size(), threshold));
        }
        return new TagModel(tags, fit(texts, all));
    }

    private Fit fit(List<TextTerms> texts, List<BitSet> all) {
        Vocabulary vocabulary = Vocabulary.of(texts);
        DualDescent descent = new DualDescent(new TrainingTexts(texts, vocabulary));
        SparseWeights.Builder weights = new SparseWeights.Builder(vocabulary.size(), all.size());
        for (BitSet own : all) {
            double rarity = Math.min(MOST_RARITY, Math.sqrt((double) texts.size() / Math.max(1, own.cardinality())));
            float[] tag = descent.train(own, COST, COST * Math.max(1, rarity / 2), seed);
            weights.add(tag, tag[vocabulary.size()], 0);
        }
        return new Fit(vocabulary, weights.build());
    }

    private HeldOutScores heldOut(List<TextTerms> texts, List<BitSet> all) {
        HeldOutScores scores = new HeldOutScores(all);
        if (texts.size() < HeldOut.LEAST || all.isEmpty()) {
            return scores;
        }
        int[] folds = HeldOut.folds(texts.size(), HeldOut.FOLDS, seed);
        for (int fold = 0; fold < HeldOut.FOLDS && scores.size() < HeldOut.ENOUGH; fold++) {
            int held = fold;
            int[] seen = IntStream.range(0, folds.length)
                    .filter(i -> folds[i] != held)
                    .toArray();
            Fit fit = fit(
                    IntStream.of(seen).mapToObj(texts::get).toList(),
                    all.stream().map(own -> among(own, seen)).toList());
            for (int i = 0; i < folds.length; i++) {
                if (folds[i] == held) {
                    scores.add(i, fit.weights().plainScores(TermVector.of(texts.get(i), fit.vocabulary())));
                }
            }
        }
        return scores;
    }

    private static BitSet among(BitSet own, int[] seen) {
        BitSet among = new BitSet();
        IntStream.range(0, seen.length).filter(i -> own.get(seen[i])).forEach(among::set);
        return among;
    }
}
