package dev.svar.benchmarks;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.KnownText;
import dev.svar.knowledge.SimilarText;
import dev.svar.search.LuceneTextIndex;
import java.util.ArrayList;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to find the ten tickets among 100,000 that are most like a text; look at p0.95. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class SimilarTextBenchmark {
    private static final int TEXTS = 100_000;
    private static final int QUESTIONS = 2_000;
    private static final int LIMIT = 10;

    private LuceneTextIndex index = LuceneTextIndex.inMemory();
    private List<String> questions = List.of();
    private int next;

    @Setup
    public void index() {
        SampleArticles sample = new SampleArticles();
        List<KnownText> texts = new ArrayList<>();
        for (String text : sample.questions(TEXTS)) {
            texts.add(new KnownText("ticket " + texts.size(), text));
        }
        questions = sample.questions(QUESTIONS);
        index = LuceneTextIndex.inMemory();
        index.rebuild(TenantId.DEFAULT, texts, 1);
    }

    @Benchmark
    public List<SimilarText> similar() {
        next = (next + 1) % questions.size();
        return index.like(TenantId.DEFAULT, questions.get(next), LIMIT);
    }

    @TearDown
    public void close() {
        index.close();
    }
}
