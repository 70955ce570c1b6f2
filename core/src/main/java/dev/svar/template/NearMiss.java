package dev.svar.template;

import java.util.Collection;
import java.util.Optional;

/** The name that was probably meant by one that does not exist. */
final class NearMiss {
    private static final int LONGEST = 100;

    private NearMiss() {}

    /** The known name that ends with the wrong one, or the one with the fewest changes, if these are few. */
    static Optional<String> of(String wrong, Collection<String> known) {
        if (wrong.length() > LONGEST) {
            return Optional.empty();
        }
        String best = "";
        int fewest = Math.max(1, wrong.length() / 4) + 1;
        for (String name : known) {
            if (name.endsWith("." + wrong)) {
                return Optional.of(name);
            }
            if (Math.abs(name.length() - wrong.length()) < fewest) {
                int changes = changes(wrong, name);
                if (changes < fewest) {
                    fewest = changes;
                    best = name;
                }
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** Levenshtein (1966): how many characters must be put in, left out or replaced. */
    private static int changes(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[to.length()];
    }
}
