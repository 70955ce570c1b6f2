package dev.svar.examples;

import dev.svar.category.RankedCategory;
import dev.svar.category.learn.CategoryExample;
import dev.svar.category.learn.LearningCategorizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Corrects every error and looks whether that is remembered, and at what price for what was right before. */
final class Corrections {
    private final LearningCategorizer categorizer;
    private final List<CategoryExample> wrong = new ArrayList<>();
    private final List<CategoryExample> others = new ArrayList<>();

    Corrections(List<CategoryExample> known, List<CategoryExample> asked) {
        categorizer = LearningCategorizer.builder()
                .examples(known)
                .pace(Math.max(1, asked.size()), Duration.ofHours(1))
                .build();
        categorizer.refit();
        asked.forEach(example -> (right(example) ? others : wrong).add(example));
    }

    void print(Measures measures) {
        wrong.forEach(example -> categorizer.learn(example, Instant.EPOCH));
        print(measures, "errors corrected");
        categorizer.refit();
        print(measures, "after a refit");
    }

    private void print(Measures measures, String when) {
        measures.print(
                when,
                "%.2f %% of %d right now; of the others still %.2f %%",
                percent(wrong),
                wrong.size(),
                percent(others));
    }

    private double percent(List<CategoryExample> examples) {
        return 100.0 * examples.stream().filter(this::right).count() / Math.max(1, examples.size());
    }

    private boolean right(CategoryExample example) {
        List<RankedCategory> ranked = categorizer.rank(example.question(), 1);
        return !ranked.isEmpty() && ranked.get(0).category().equals(example.category());
    }
}
