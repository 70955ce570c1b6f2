package dev.svar;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How many words two texts have in common, each as often as both have it, whatever their order, case and punctuation. */
final class SameWords {
    /** Shorter texts are the same by chance. */
    private static final int FEWEST = 5;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private SameWords() {}

    /** Of all words of the longer one; 0 if that has only a few. */
    static double share(String one, String other) {
        Map<String, Integer> ofOne = words(one);
        Map<String, Integer> ofOther = words(other);
        int most = Math.max(count(ofOne), count(ofOther));
        int common = ofOne.entrySet().stream()
                .mapToInt(word -> Math.min(word.getValue(), ofOther.getOrDefault(word.getKey(), 0)))
                .sum();
        return most < FEWEST ? 0 : (double) common / most;
    }

    private static int count(Map<String, Integer> words) {
        return words.values().stream().mapToInt(n -> n).sum();
    }

    private static Map<String, Integer> words(String text) {
        Map<String, Integer> words = new HashMap<>();
        for (String word : NO_WORD.split(text.toLowerCase(Locale.ROOT), -1)) {
            if (!word.isEmpty()) {
                words.merge(word, 1, Integer::sum);
            }
        }
        return words;
    }
}
