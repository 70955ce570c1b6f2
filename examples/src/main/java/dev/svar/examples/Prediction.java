package dev.svar.examples;

import dev.svar.category.RankedCategory;
import java.util.List;

/** What a text is about, and what was said, the likeliest first; nothing as long as nothing was learned. */
record Prediction(String gold, List<RankedCategory> ranked) {
    String predicted() {
        return ranked.isEmpty() ? "" : ranked.get(0).category();
    }

    double probability() {
        return ranked.isEmpty() ? 0 : ranked.get(0).probability();
    }

    boolean isRight() {
        return predicted().equals(gold);
    }

    boolean isAmong(int first) {
        return ranked.stream().limit(first).anyMatch(r -> r.category().equals(gold));
    }
}
