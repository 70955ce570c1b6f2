package dev.svar.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The best of the texts that were seen, not more than a limit. */
final class BestTexts {
    private static final Comparator<Text> BEST_LAST = Comparator.comparingDouble(Text::score)
            .thenComparing(Comparator.comparingInt(Text::document).reversed());

    private final int limit;
    private final PriorityQueue<Text> best = new PriorityQueue<>(BEST_LAST);

    BestTexts(int limit) {
        this.limit = limit;
    }

    /**
     * A text.
     *
     * @param document where it is
     * @param score how much it has in common with what is looked for
     */
    record Text(int document, float score) {}

    int limit() {
        return limit;
    }

    /** What a text must have at least to be among the best; 0 while there is room. */
    float least() {
        return best.size() < limit ? 0 : best.element().score();
    }

    /** Adds a text behind all that were seen: of equals the first stays. */
    void add(int document, float score) {
        if (score > least()) {
            best.add(new Text(document, score));
            if (best.size() > limit) {
                best.remove();
            }
        }
    }

    List<Text> bestFirst() {
        List<Text> all = new ArrayList<>(best);
        all.sort(Collections.reverseOrder(BEST_LAST));
        return all;
    }
}
