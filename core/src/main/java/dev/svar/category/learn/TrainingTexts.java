package dev.svar.category.learn;

import java.util.Arrays;
import java.util.List;

/** All training texts as vectors, one behind the other, and the number of the category of each. */
final class TrainingTexts {
    final int[] starts;
    final int[] terms;
    final float[] values;
    final float[] squares;
    final int termCount;

    TrainingTexts(List<TextTerms> texts, Vocabulary vocabulary) {
        this.termCount = vocabulary.size();
        this.starts = new int[texts.size() + 1];
        this.squares = new float[texts.size()];
        int most = texts.stream().mapToInt(TextTerms::size).sum();
        int[] allTerms = new int[most];
        float[] allValues = new float[most];
        int size = 0;
        for (int i = 0; i < texts.size(); i++) {
            TermVector vector = TermVector.of(texts.get(i), vocabulary);
            for (int j = 0; j < vector.size(); j++) {
                if (vector.term(j) >= 0 && vector.value(j) != 0) {
                    allTerms[size] = vector.term(j);
                    allValues[size++] = vector.value(j);
                    squares[i] += vector.value(j) * vector.value(j);
                }
            }
            starts[i + 1] = size;
        }
        this.terms = Arrays.copyOf(allTerms, size);
        this.values = Arrays.copyOf(allValues, size);
    }

    int size() {
        return squares.length;
    }
}
