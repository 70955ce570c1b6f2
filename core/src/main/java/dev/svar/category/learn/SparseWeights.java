package dev.svar.category.learn;

import java.util.Arrays;

/**
 * What each term says for and against each category, in eight bits a piece; what is near nothing is left out. Terms lie one
 * behind the other, so that a text is scored for all categories at once.
 */
final class SparseWeights {
    private static final int LEVELS = Byte.MAX_VALUE;

    final int[] starts;
    final char[] columns;
    final byte[] levels;
    final float[] scales;
    final float[] thresholds;
    final float[] masses;

    SparseWeights(int[] starts, char[] columns, byte[] levels, float[] scales, float[] thresholds, float[] masses) {
        this.starts = starts;
        this.columns = columns;
        this.levels = levels;
        this.scales = scales;
        this.thresholds = thresholds;
        this.masses = masses;
    }

    SparseWeights raised(float[] raises) {
        float[] raised = thresholds.clone();
        for (int k = 0; k < raised.length; k++) {
            raised[k] += raises[k];
        }
        return new SparseWeights(starts, columns, levels, scales, raised, masses);
    }

    int categories() {
        return scales.length;
    }

    /** How much speaks for each category; their mean is 0. */
    float[] scores(TermVector text) {
        float[] scores = plainScores(text);
        float sum = 0;
        for (float score : scores) {
            sum += score;
        }
        float mean = sum / scores.length;
        for (int k = 0; k < scores.length; k++) {
            scores[k] -= mean;
        }
        return scores;
    }

    /** How much speaks for each category, whatever speaks for the others. */
    float[] plainScores(TermVector text) {
        float[] scores = new float[categories()];
        float mass = 0;
        for (int i = 0; i < text.size(); i++) {
            int term = text.term(i);
            if (term >= 0) {
                float value = text.value(i);
                mass += value;
                for (int j = starts[term]; j < starts[term + 1]; j++) {
                    scores[columns[j]] += value * levels[j];
                }
            }
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] = scores[k] * scales[k] + thresholds[k] + masses[k] * mass;
        }
        return scores;
    }

    /** What a term says for a category. */
    float weight(int term, int category) {
        int at = Arrays.binarySearch(columns, starts[term], starts[term + 1], (char) category);
        return at < 0 ? 0 : levels[at] * scales[category];
    }

    /** Takes the categories one after the other. */
    static final class Builder {
        private static final float LEAST = 0.03f;

        private final int terms;
        private final int[][] kept;
        private final byte[][] levels;
        private final float[] scales;
        private final float[] thresholds;
        private final float[] masses;
        private int next;

        Builder(int terms, int categories) {
            this.terms = terms;
            this.kept = new int[categories][];
            this.levels = new byte[categories][];
            this.scales = new float[categories];
            this.thresholds = new float[categories];
            this.masses = new float[categories];
        }

        void add(float[] weights, float threshold, float mass) {
            float largest = 0;
            int count = 0;
            for (int i = 0; i < terms; i++) {
                float size = Math.abs(weights[i]);
                largest = Math.max(largest, size);
                count += size >= LEAST ? 1 : 0;
            }
            float scale = largest > 0 ? largest / LEVELS : 1;
            int[] term = new int[count];
            byte[] level = new byte[count];
            int size = 0;
            for (int i = 0; i < terms; i++) {
                if (Math.abs(weights[i]) >= LEAST) {
                    term[size] = i;
                    level[size++] = (byte) Math.round(weights[i] / scale);
                }
            }
            kept[next] = term;
            levels[next] = level;
            scales[next] = scale;
            thresholds[next] = threshold;
            masses[next++] = mass;
        }

        SparseWeights build() {
            int[] starts = new int[terms + 1];
            for (int[] column : kept) {
                for (int term : column) {
                    starts[term + 1]++;
                }
            }
            for (int i = 0; i < terms; i++) {
                starts[i + 1] += starts[i];
            }
            int[] at = starts.clone();
            char[] columns = new char[starts[terms]];
            byte[] values = new byte[starts[terms]];
            for (int k = 0; k < kept.length; k++) {
                for (int i = 0; i < kept[k].length; i++) {
                    int place = at[kept[k][i]]++;
                    columns[place] = (char) k;
                    values[place] = levels[k][i];
                }
            }
            return new SparseWeights(starts, columns, values, scales, thresholds, masses);
        }
    }
}
