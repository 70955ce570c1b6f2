package dev.svar.search;

/** How many letters must be changed, left out, added or swapped with their neighbor to make one word of another. */
final class Edits {
    private Edits() {}

    /** The number; one more than the most if it is larger than that. */
    static int between(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                char x = a.charAt(i - 1);
                char y = b.charAt(j - 1);
                int edits = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (x == y ? 0 : 1));
                if (i > 1 && j > 1 && x == b.charAt(j - 2) && a.charAt(i - 2) == y) {
                    edits = Math.min(edits, before[j - 2] + 1);
                }
                row[j] = edits;
                least = Math.min(least, edits);
            }
            if (least > most) {
                return most + 1;
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return Math.min(last[b.length()], most + 1);
    }
}
