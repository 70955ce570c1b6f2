package dev.svar.benchmarks;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.KnownText;
import dev.svar.knowledge.SimilarText;
import dev.svar.knowledge.TextChanges;
import dev.svar.search.LuceneTextIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/**
 * What it costs to find the ten tickets among 100,000 that are most like a text, and to take one more; look at p0.95. Beside it plain
 * Lucene: BM25 over words, and over words, pairs of them and pieces.
 */
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
    private Optional<PlainLucene> words = Optional.empty();
    private Optional<PlainLucene> pieces = Optional.empty();
    private List<String> questions = List.of();
    private int next;

    @Setup
    public void index() throws IOException {
        SampleArticles sample = new SampleArticles();
        List<KnownText> texts = new ArrayList<>();
        List<Map<String, String>> plain = new ArrayList<>();
        for (String text : sample.questions(TEXTS)) {
            plain.add(PlainParts.texts(text));
            texts.add(new KnownText("ticket " + texts.size(), text));
        }
        questions = sample.questions(QUESTIONS);
        index = LuceneTextIndex.inMemory();
        index.rebuild(TenantId.DEFAULT, texts, 1);
        words = Optional.of(PlainLucene.of(PlainParts.ofTexts(false), plain));
        pieces = Optional.of(PlainLucene.of(PlainParts.ofTexts(true), plain));
    }

    @Benchmark
    public List<SimilarText> similar() {
        next = (next + 1) % questions.size();
        return index.like(TenantId.DEFAULT, questions.get(next), LIMIT);
    }

    @Benchmark
    public List<String> plainLucene() {
        next = (next + 1) % questions.size();
        return words.orElseThrow().find(questions.get(next));
    }

    @Benchmark
    public List<String> plainLuceneWithPieces() {
        next = (next + 1) % questions.size();
        return pieces.orElseThrow().find(questions.get(next));
    }

    @Benchmark
    public boolean takeAText() {
        next = (next + 1) % questions.size();
        long at = index.position(TenantId.DEFAULT);
        KnownText text = new KnownText("ticket " + next, questions.get(next));
        return index.take(TenantId.DEFAULT, new TextChanges(at, at + 1, List.of(text), Set.of()));
    }

    @TearDown
    public void close() throws IOException {
        index.close();
        words.orElseThrow().close();
        pieces.orElseThrow().close();
    }
}
