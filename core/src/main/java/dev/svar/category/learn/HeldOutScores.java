package dev.svar.category.learn;

import dev.svar.ticket.Tag;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What was said about each tag of texts that were held out. */
final class HeldOutScores {
    private final List<BitSet> own;
    private final List<Integer> texts = new ArrayList<>();
    private final List<float[]> scores = new ArrayList<>();

    /** @param own for each tag the texts that have it */
    HeldOutScores(List<BitSet> own) {
        this.own = own;
    }

    void add(int text, float[] of) {
        texts.add(text);
        scores.add(of);
    }

    int size() {
        return texts.size();
    }

    LearnedTag learned(Tag tag, int number, double usual) {
        return LearnedTag.fit(
                tag,
                scores.stream().map(of -> (double) of[number]).toList(),
                texts.stream().map(own.get(number)::get).toList(),
                usual);
    }
}
