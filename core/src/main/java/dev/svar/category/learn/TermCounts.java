package dev.svar.category.learn;

import java.util.Arrays;

/** Counts hashes, in the order in which they first came. */
final class TermCounts {
    private static final int FIRST_SIZE = 512;

    private int[] slots = new int[FIRST_SIZE]; // index into hashes + 1, 0 if free
    private int[] hashes = new int[FIRST_SIZE / 2];
    private int[] counts = new int[FIRST_SIZE / 2];
    private int size;

    void add(int hash) {
        int slot = slot(hash);
        if (slots[slot] != 0) {
            counts[slots[slot] - 1]++;
            return;
        }
        if (size == hashes.length) {
            grow();
            slot = slot(hash);
        }
        hashes[size] = hash;
        counts[size] = 1;
        slots[slot] = ++size;
    }

    int size() {
        return size;
    }

    int[] hashes() {
        return Arrays.copyOf(hashes, size);
    }

    int[] counts() {
        return Arrays.copyOf(counts, size);
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
        counts = Arrays.copyOf(counts, counts.length * 2);
        slots = new int[slots.length * 2];
        for (int i = 0; i < size; i++) {
            slots[slot(hashes[i])] = i + 1;
        }
    }
}
