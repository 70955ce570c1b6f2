package dev.svar.category.learn;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Vocabulary and weights from labeled texts: for each category a support vector machine, and a little of naive Bayes, which
 * knows better about terms that occurred a few times only.
 */
record Fit(Vocabulary vocabulary, SparseWeights weights) {
    private static final double COST = 1;
    private static final double COST_OF_MANY = 0.3;
    private static final int MANY = 20_000;

    private static final double BAYES_SHARE = 0.05;
    /** As if each term had occurred that much more in each category. */
    private static final double BAYES_PRIOR = 0.05;

    static Fit of(List<TextTerms> texts, int[] categories, int categoryCount, long seed) {
        Vocabulary vocabulary = Vocabulary.of(texts);
        TrainingTexts vectors = new TrainingTexts(texts, categories, vocabulary);
        double cost = texts.size() > MANY ? COST_OF_MANY : COST;
        int[][] members = members(categories, categoryCount);
        DualDescent descent = new DualDescent(vectors);
        SparseWeights.Builder weights = new SparseWeights.Builder(vocabulary.size(), categoryCount);
        for (int k = 0; k < categoryCount; k++) {
            float[] category = descent.train(k, cost, seed);
            double total = addBayes(vectors, members[k], category);
            weights.add(category, category[vocabulary.size()], (float) (-BAYES_SHARE * StrictMath.log(total)));
        }
        return new Fit(vocabulary, weights.build());
    }

    /** What a term, given as its hash, says for a category wherever it occurs. */
    double said(int hash, int category) {
        int term = vocabulary.term(hash);
        return term < 0 ? 0 : vocabulary.weight(term) * weights.weight(term, category);
    }

    private static int[][] members(int[] categories, int categoryCount) {
        int[][] members = new int[categoryCount][];
        for (int k = 0; k < categoryCount; k++) {
            int category = k;
            members[k] = IntStream.range(0, categories.length)
                    .filter(i -> categories[i] == category)
                    .toArray();
        }
        return members;
    }

    /** Adds what the terms of a category's texts say for it. */
    private static double addBayes(TrainingTexts texts, int[] members, float[] weights) {
        float[] sums = new float[texts.termCount];
        double total = BAYES_PRIOR * texts.termCount;
        for (int text : members) {
            for (int i = texts.starts[text]; i < texts.starts[text + 1]; i++) {
                sums[texts.terms[i]] += texts.values[i];
                total += texts.values[i];
            }
        }
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] > 0) {
                weights[i] += (float) (BAYES_SHARE * StrictMath.log(1 + sums[i] / BAYES_PRIOR));
            }
        }
        return total;
    }
}
