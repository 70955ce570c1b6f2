package dev.svar.examples;

import dev.svar.category.RankedCategory;
import dev.svar.category.learn.CategoryExample;
import dev.svar.category.learn.LearningCategorizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks about each text before it is told the answer, as at a desk, and trains anew whenever that pays. */
final class OneByOne {
    private final LearningCategorizer categorizer =
            LearningCategorizer.builder().build();
    private final List<Boolean> right = new ArrayList<>();
    private double learning;
    private int refits;

    void take(CategoryExample example) {
        List<RankedCategory> ranked = categorizer.rank(example.question(), 1);
        right.add(!ranked.isEmpty() && ranked.get(0).category().equals(example.category()));
        Stopwatch watch = Stopwatch.started();
        categorizer.learn(example, Instant.EPOCH);
        learning += watch.processorSeconds();
        if (categorizer.refitDue() && categorizer.refit().promoted()) {
            refits++;
        }
    }

    void print(Measures measures) {
        measures.print("before each update", "%.2f %% right", percent(right));
        measures.print(
                "of the last tenth", "%.2f %% right", percent(right.subList(right.size() * 9 / 10, right.size())));
        measures.print("update", "%.1f µs of the processor, and %d refits", learning * 1e6 / right.size(), refits);
    }

    Learned learned() {
        categorizer.refit();
        return Learned.of(categorizer);
    }

    private static double percent(List<Boolean> of) {
        return 100.0 * of.stream().filter(r -> r).count() / of.size();
    }
}
