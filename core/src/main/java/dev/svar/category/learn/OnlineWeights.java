package dev.svar.category.learn;

import java.util.Arrays;

/**
 * What was learned since the model was trained, added to what it says: softmax regression, one step for each example, with steps
 * that become shorter for a term the more was learned about it (AdaGrad; Duchi, Hazan, Singer, JMLR 2011). An example that the
 * model already knows changes next to nothing, so nothing is forgotten. Not safe for use by several threads.
 */
final class OnlineWeights {
    /** Terms beyond are not learned about until the next training. */
    static final int MAX_TERMS = 1 << 16;

    private static final float STEP = 0.5f;
    private static final float FIRST_SQUARE = 0.01f;
    private static final int FIRST_SIZE = 1 << 10;

    private int[] slots = new int[FIRST_SIZE]; // row + 1, 0 if free
    private int[] hashes = new int[FIRST_SIZE / 2];
    private float[][] rows = new float[FIRST_SIZE / 2][];
    private float[] squares = new float[FIRST_SIZE / 2];
    private int size;

    boolean knows(int hash) {
        return slots[slot(hash)] != 0;
    }

    double said(int hash, int column) {
        int row = slots[slot(hash)] - 1;
        return row < 0 || column >= rows[row].length ? 0 : rows[row][column];
    }

    void addScores(TermVector text, float[] scores) {
        for (int i = 0; i < text.size(); i++) {
            int row = slots[slot(text.hash(i))] - 1;
            if (row >= 0) {
                float value = text.value(i);
                float[] weights = rows[row];
                int shared = Math.min(weights.length, scores.length);
                for (int k = 0; k < shared; k++) {
                    scores[k] += value * weights[k];
                }
            }
        }
    }

    /** One step towards a category from what is thought now. */
    void learn(TermVector text, int category, double[] probabilities) {
        float[] gradient = new float[probabilities.length];
        float square = 0;
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] = (float) probabilities[k] - (k == category ? 1 : 0);
            square += gradient[k] * gradient[k];
        }
        for (int i = 0; i < text.size(); i++) {
            float value = text.value(i);
            int row = value == 0 ? -1 : row(text.hash(i));
            if (row >= 0) {
                squares[row] += square * value * value;
                float step = -STEP * value / (float) Math.sqrt(squares[row] + FIRST_SQUARE);
                float[] weights = widened(row, gradient.length);
                for (int k = 0; k < gradient.length; k++) {
                    weights[k] += step * gradient[k];
                }
            }
        }
    }

    /**
     * The smallest change that raises one category above another one by so much (passive-aggressive; Crammer, Dekel, Keshet,
     * Shalev-Shwartz, Singer, JMLR 2006).
     */
    void raise(TermVector text, int category, int above, float by) {
        float square = 0;
        for (int i = 0; i < text.size(); i++) {
            square += text.value(i) * text.value(i);
        }
        for (int i = 0; i < text.size() && square > 0; i++) {
            int row = text.value(i) == 0 ? -1 : row(text.hash(i));
            if (row >= 0) {
                float[] weights = widened(row, Math.max(category, above) + 1);
                float change = by * text.value(i) / (2 * square);
                weights[category] += change;
                weights[above] -= change;
            }
        }
    }

    private float[] widened(int row, int width) {
        if (rows[row].length < width) {
            rows[row] = Arrays.copyOf(rows[row], width);
        }
        return rows[row];
    }

    /** The row of a term, a new one if there is room, or -1. */
    private int row(int hash) {
        int slot = slot(hash);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == MAX_TERMS) {
            return -1;
        }
        if (size == rows.length) {
            grow();
            slot = slot(hash);
        }
        hashes[size] = hash;
        rows[size] = new float[0];
        slots[slot] = ++size;
        return size - 1;
    }

    private int slot(int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0 && hashes[slots[slot] - 1] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        hashes = Arrays.copyOf(hashes, hashes.length * 2);
        rows = Arrays.copyOf(rows, rows.length * 2);
        squares = Arrays.copyOf(squares, squares.length * 2);
        slots = new int[slots.length * 2];
        for (int i = 0; i < size; i++) {
            slots[slot(hashes[i])] = i + 1;
        }
    }
}
