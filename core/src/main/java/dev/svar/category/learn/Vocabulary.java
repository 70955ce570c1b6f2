package dev.svar.category.learn;

import java.util.Arrays;
import java.util.List;

/**
 * The terms that occurred in the training texts, in how many each, and the weight that follows from it: what occurs everywhere
 * says little. Terms are numbered in the order of their hashes.
 */
final class Vocabulary {
    /** The most terms that are kept: of more, the rarest are left out. */
    static final int MAX_TERMS = 1 << 18;

    private final int texts;
    private final int[] hashes;
    private final int[] frequencies;
    private final int[] slots; // pairs: a hash and the number of its term + 1, 0 if free
    private final float[] weights;
    private final float unknownWeight;

    Vocabulary(int texts, int[] hashes, int[] frequencies) {
        this.texts = texts;
        this.hashes = hashes;
        this.frequencies = frequencies;
        this.slots = new int[Math.max(4, Integer.highestOneBit(hashes.length) << 3)];
        this.weights = new float[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            weights[i] = weight(texts, frequencies[i]);
            int slot = slot(hashes[i]);
            slots[slot] = hashes[i];
            slots[slot + 1] = i + 1;
        }
        this.unknownWeight = weight(texts, 0);
    }

    /** Smooth inverse document frequency: as if one more text held every term. */
    private static float weight(int texts, int frequency) {
        return (float) (StrictMath.log((1.0 + texts) / (1.0 + frequency)) + 1);
    }

    static Vocabulary of(List<TextTerms> texts) {
        TermCounts counted = new TermCounts();
        for (TextTerms text : texts) {
            for (int i = 0; i < text.size(); i++) {
                counted.add(text.hash(i));
            }
        }
        int[] hashes = counted.hashes();
        int[] counts = counted.counts();
        int least = leastFrequency(counts);
        long[] kept = new long[hashes.length];
        int size = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (counts[i] >= least) {
                kept[size++] = ((long) hashes[i] << Integer.SIZE) | counts[i];
            }
        }
        long[] sorted = Arrays.copyOf(kept, size);
        Arrays.sort(sorted);
        return new Vocabulary(
                texts.size(),
                Arrays.stream(sorted).mapToInt(k -> (int) (k >> Integer.SIZE)).toArray(),
                Arrays.stream(sorted).mapToInt(k -> (int) k).toArray());
    }

    private static int leastFrequency(int[] counts) {
        int least = 1;
        for (long more = counts.length; more > MAX_TERMS; ) {
            int limit = ++least;
            more = Arrays.stream(counts).filter(c -> c >= limit).count();
        }
        return least;
    }

    int size() {
        return hashes.length;
    }

    int texts() {
        return texts;
    }

    int hash(int term) {
        return hashes[term];
    }

    int frequency(int term) {
        return frequencies[term];
    }

    /** The number of a term, or -1 if it did not occur. */
    int term(int hash) {
        return slots[slot(hash) + 1] - 1;
    }

    float weight(int term) {
        return term < 0 ? unknownWeight : weights[term];
    }

    private int slot(int hash) {
        int mask = slots.length - 2;
        int slot = (hash << 1) & mask;
        while (slots[slot + 1] != 0 && slots[slot] != hash) {
            slot = (slot + 2) & mask;
        }
        return slot;
    }
}
