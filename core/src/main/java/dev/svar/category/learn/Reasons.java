package dev.svar.category.learn;

import dev.svar.category.CategoryQuestion;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * The words and circumstances of a text that spoke for a category, first the weightiest. A word speaks by itself and by its
 * pieces.
 *
 * @param weights what a term, given as its hash, says for the category
 */
record Reasons(IntToDoubleFunction weights) {
    private static final int MOST = 5;

    List<String> of(CategoryQuestion question) {
        Map<String, Double> all = new LinkedHashMap<>();
        TextWords.of(question.subject()).forEach(word -> all.computeIfAbsent("subject: " + word, w -> said(word)));
        TextWords.of(question.body()).forEach(word -> all.computeIfAbsent("text: " + word, w -> said(word)));
        Circumstances.of(question)
                .forEach(
                        (name, value) -> all.put(name + ": " + value, weights.applyAsDouble(Pieces.fact(name, value))));
        List<String> reasons = all.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
        return reasons.isEmpty() ? List.of("the text as a whole") : reasons;
    }

    private double said(String word) {
        double[] sum = {weights.applyAsDouble(Pieces.word(word))};
        Pieces.of(word, piece -> sum[0] += weights.applyAsDouble(piece));
        return sum[0];
    }
}
