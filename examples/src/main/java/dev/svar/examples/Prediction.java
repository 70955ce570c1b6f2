package dev.svar.examples;

import dev.svar.category.RankedCategory;
import java.util.List;

/** What a text is about, and what was said, the likeliest first. */
record Prediction(String gold, List<RankedCategory> ranked) {
    String predicted() {
        return ranked.get(0).category();
    }

    double probability() {
        return ranked.get(0).probability();
    }

    boolean isRight() {
        return predicted().equals(gold);
    }

    boolean isAmong(int first) {
        return ranked.stream().limit(first).anyMatch(r -> r.category().equals(gold));
    }
}
