package dev.svar.benchmarks;

import dev.svar.benchmarks.CategoryContender.Library;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The category of a text by Svar and by other libraries, on the texts of {@link LabeledText#wanted}. They do not do the same: how
 * often each is right is told by {@link CategoryContest}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class CategoryBenchmark {
    @Param
    public Library library = Library.SVAR;

    private final List<LabeledText> texts = LabeledText.wanted();
    private CategoryContender contender = text -> text;
    private int next;

    @Setup
    public void teach() {
        contender = library.taught(texts);
    }

    @Benchmark
    public String category() {
        next = (next + 1) % texts.size();
        return contender.category(texts.get(next).text());
    }
}
