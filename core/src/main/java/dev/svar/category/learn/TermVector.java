package dev.svar.category.learn;

import java.util.function.IntPredicate;

/**
 * A text as a vector: for each term 1 + ln of how often it occurs, times its weight; words and pieces of words are brought to
 * length 1 each on their own, so that neither drowns the other.
 */
final class TermVector {
    /** The length, at most, of what is known beside a text. */
    private static final double CIRCUMSTANCES = 0.5;

    private static final float[] DAMPED = new float[64];

    static {
        for (int i = 1; i < DAMPED.length; i++) {
            DAMPED[i] = (float) (1 + StrictMath.log(i));
        }
    }

    private final TextTerms text;
    private final int[] terms; // -1 if unknown
    private final float[] values;

    private TermVector(TextTerms text, int[] terms, float[] values) {
        this.text = text;
        this.terms = terms;
        this.values = values;
    }

    static TermVector of(TextTerms text, Vocabulary vocabulary) {
        int[] terms = new int[text.size()];
        float[] values = new float[text.size()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = vocabulary.term(text.hash(i));
            values[i] = DAMPED[Math.min(text.count(i), DAMPED.length - 1)] * vocabulary.weight(terms[i]);
        }
        normalize(values, 0, text.words());
        normalize(values, text.words(), text.pieces());
        circumstances(text, vocabulary, terms, values);
        return new TermVector(text, terms, values);
    }

    private static void normalize(float[] values, int from, int to) {
        double square = 0;
        for (int i = from; i < to; i++) {
            square += values[i] * values[i];
        }
        float scale = square > 0 ? (float) (1 / Math.sqrt(square)) : 0;
        for (int i = from; i < to; i++) {
            values[i] *= scale;
        }
    }

    /** What all texts have in common says nothing, so it weighs nothing. */
    private static void circumstances(TextTerms text, Vocabulary vocabulary, int[] terms, float[] values) {
        double square = 0;
        for (int i = text.pieces(); i < text.size(); i++) {
            double common = terms[i] < 0 ? 1 : (double) vocabulary.frequency(terms[i]) / vocabulary.texts();
            values[i] = (float) (1 - common);
            square += values[i] * values[i];
        }
        float scale = (float) (CIRCUMSTANCES / Math.sqrt(Math.max(1, square)));
        for (int i = text.pieces(); i < text.size(); i++) {
            values[i] *= scale;
        }
    }

    int size() {
        return terms.length;
    }

    int hash(int at) {
        return text.hash(at);
    }

    int term(int at) {
        return terms[at];
    }

    float value(int at) {
        return values[at];
    }

    /** Which share of the whole is known, 0 to 1. */
    double known() {
        return known(hash -> false);
    }

    /** Which share of the whole is known here or elsewhere, 0 to 1. */
    double known(IntPredicate elsewhere) {
        double known = 0;
        double all = 0;
        for (int i = 0; i < terms.length; i++) {
            all += values[i] * values[i];
            known += terms[i] >= 0 || elsewhere.test(text.hash(i)) ? values[i] * values[i] : 0;
        }
        return all > 0 ? known / all : 0;
    }
}
