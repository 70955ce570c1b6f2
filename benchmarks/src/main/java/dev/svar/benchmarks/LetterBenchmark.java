package dev.svar.benchmarks;

import dev.svar.benchmarks.LetterWriter.Engine;
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

/** One notification written by Svar's Liquid, by other engines, and by hand. All must write the same. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class LetterBenchmark {
    @Param
    public Engine engine = Engine.BY_HAND;

    private final SampleLetter letter = SampleLetter.sample();
    private LetterWriter writer = Engine.BY_HAND.writer();

    @Setup
    public void agreement() {
        String expected = Engine.BY_HAND.writer().write(letter);
        for (Engine each : Engine.values()) {
            String written = each.writer().write(letter);
            if (!written.equals(expected)) {
                throw new IllegalStateException(each + " wrote\n" + written + "\ninstead of\n" + expected);
            }
        }
        writer = engine.writer();
    }

    @Benchmark
    public String write() {
        return writer.write(letter);
    }
}
