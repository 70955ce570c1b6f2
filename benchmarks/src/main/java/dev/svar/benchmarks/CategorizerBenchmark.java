package dev.svar.benchmarks;

import dev.svar.category.CategoryAnswer;
import dev.svar.category.RankedCategory;
import dev.svar.category.learn.CategoryExample;
import dev.svar.category.learn.LearningCategorizer;
import dev.svar.category.learn.Lesson;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What an answer and a lesson cost, on the texts of {@link LabeledText#wanted}. Other libraries answer beside it in
 * {@link CategoryBenchmark}; none of them learns a lesson.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class CategorizerBenchmark {
    private List<CategoryExample> examples = List.of();
    private CategoriesBySvar svar = new CategoriesBySvar(List.of(new LabeledText("none", "nothing")));
    private LearningCategorizer learning = LearningCategorizer.builder().build();
    private int next;

    @Setup
    public void train() {
        List<LabeledText> texts = LabeledText.wanted();
        examples = CategoriesBySvar.examples(texts);
        svar = new CategoriesBySvar(texts);
        learning = LearningCategorizer.builder()
                .model(svar.model())
                .examples(examples)
                .build();
    }

    @Benchmark
    public List<RankedCategory> rank() {
        return svar.model().rank(next().question(), 3);
    }

    @Benchmark
    public CategoryAnswer categorizeWithReasons() {
        return svar.model().categorize(next().question());
    }

    @Benchmark
    public Lesson learn() {
        return learning.learn(next(), Instant.EPOCH);
    }

    private CategoryExample next() {
        next = (next + 1) % examples.size();
        return examples.get(next);
    }
}
