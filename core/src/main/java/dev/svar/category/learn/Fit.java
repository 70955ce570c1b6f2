package dev.svar.category.learn;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Vocabulary and weights from labeled texts: for each category a support vector machine, a little of naive Bayes, which
 * knows better about terms that occurred a few times only, and the center of a rare category's texts.
 */
record Fit(Vocabulary vocabulary, SparseWeights weights) {
    private static final double COST = 1;
    private static final double COST_OF_MANY = 0.3;
    private static final int MANY = 20_000;

    private static final double BAYES_SHARE = 0.05;
    /** As if each term had occurred that much more in each category. */
    private static final double BAYES_PRIOR = 0.05;

    private static final double RARE = 2;

    private static final double CENTER_SHARE = 2.2;
    /** How much more an error about a rare category's text costs, at most: its few texts are not all that there is. */
    private static final double MOST_DEAR = 5;

    static Fit of(List<TextTerms> texts, int[] categories, int categoryCount, long seed) {
        Vocabulary vocabulary = Vocabulary.of(texts);
        TrainingTexts vectors = new TrainingTexts(texts, vocabulary);
        double cost = texts.size() > MANY ? COST_OF_MANY : COST;
        int[][] members = members(categories, categoryCount);
        DualDescent descent = new DualDescent(vectors);
        SparseWeights.Builder weights = new SparseWeights.Builder(vocabulary.size(), categoryCount);
        double usual = (double) texts.size() / categoryCount;
        for (int k = 0; k < categoryCount; k++) {
            int count = members[k].length;
            double dear = Math.max(1, Math.min(MOST_DEAR, usual / Math.max(1, count)));
            float[] category = descent.train(own(members[k]), cost, cost * dear, seed + k);
            float[] sums = sums(vectors, members[k]);
            addBayes(sums, category);
            addCenter(sums, CENTER_SHARE * rare(count, usual), category);
            weights.add(category, category[vocabulary.size()], mass(sums));
        }
        return new Fit(vocabulary, weights.build());
    }

    /** How rare a category of so many texts is, from 0 to 1: above 0 if it has less than half of the usual number. */
    static double rare(int count, double usual) {
        return Math.max(0, 1 - RARE * Math.max(1, count) / usual);
    }

    /** The same with some categories louder, whatever the text. */
    Fit raised(float[] raises) {
        return new Fit(vocabulary, weights.raised(raises));
    }

    /** What a term, given as its hash, says for a category wherever it occurs. */
    double said(int hash, int category) {
        int term = vocabulary.term(hash);
        return term < 0 ? 0 : vocabulary.weight(term) * weights.weight(term, category);
    }

    private static BitSet own(int[] members) {
        BitSet own = new BitSet();
        IntStream.of(members).forEach(own::set);
        return own;
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

    private static float[] sums(TrainingTexts texts, int[] members) {
        float[] sums = new float[texts.termCount];
        for (int text : members) {
            for (int i = texts.starts[text]; i < texts.starts[text + 1]; i++) {
                sums[texts.terms[i]] += texts.values[i];
            }
        }
        return sums;
    }

    /** Adds what the terms of a category's texts say for it. */
    private static void addBayes(float[] sums, float[] weights) {
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] > 0) {
                weights[i] += (float) (BAYES_SHARE * StrictMath.log(1 + sums[i] / BAYES_PRIOR));
            }
        }
    }

    private static float mass(float[] sums) {
        double total = 0;
        for (float sum : sums) {
            total += sum + BAYES_PRIOR;
        }
        return (float) (-BAYES_SHARE * StrictMath.log(total));
    }

    /** Adds the mean of a rare category's texts: a machine that saw thousands of others and a few of these is too shy. */
    private static void addCenter(float[] sums, double share, float[] weights) {
        double square = 0;
        for (float sum : sums) {
            square += sum * sum;
        }
        float scale = square > 0 ? (float) (share / Math.sqrt(square)) : 0;
        for (int i = 0; i < sums.length; i++) {
            weights[i] += sums[i] * scale;
        }
    }
}
