package dev.svar.sla;

/**
 * Ascending numbers, each once, with a table of where those of each stretch begin. The stretches are about as many as
 * the numbers, so that a look-up costs the same however many there are; where numbers crowd in one stretch, it is
 * searched by halves.
 */
final class SortedNumbers {
    private final long[] sorted;
    private final long first;
    private final int shift;
    private final int[] begins;

    /** The array is kept, not copied. */
    SortedNumbers(long[] sorted) {
        this.sorted = sorted;
        this.first = sorted.length == 0 ? Long.MAX_VALUE : sorted[0];
        long length = sorted.length == 0 ? 0 : sorted[sorted.length - 1] - first;
        int narrowest = 0;
        while (length >> narrowest >= Math.max(1, 2L * sorted.length)) {
            narrowest++;
        }
        this.shift = narrowest;
        this.begins = new int[(int) (length >> shift) + 2];
        int stretch = 0;
        for (int i = 0; i < sorted.length; i++) {
            while (stretch <= (sorted[i] - first) >> shift) {
                begins[stretch++] = i;
            }
        }
        begins[begins.length - 1] = sorted.length;
    }

    int size() {
        return sorted.length;
    }

    long at(int position) {
        return sorted[position];
    }

    /** The position of the greatest number that is not above the key; -1 if all are. */
    int floor(long key) {
        if (key < first) {
            return -1;
        }
        long stretch = (key - first) >> shift;
        if (stretch >= begins.length - 1) {
            return sorted.length - 1;
        }
        int low = begins[(int) stretch] - 1;
        int high = begins[(int) stretch + 1] - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (sorted[middle] <= key) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
