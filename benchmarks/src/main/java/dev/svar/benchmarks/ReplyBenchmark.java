package dev.svar.benchmarks;

import dev.svar.mail.ReplySplitter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Visible replies a second, of eight mails in turn; beside two plain ways, which know English only. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class ReplyBenchmark {
    private final List<String> mails = SampleReplies.all();
    private int next;

    @Benchmark
    public String svar() {
        return ReplySplitter.ofText(mail(), "Re: Your order 4711").visible();
    }

    @Benchmark
    public String patterns() {
        return PatternReplies.visible(mail());
    }

    @Benchmark
    public String fragments() {
        return FragmentReplies.visible(mail());
    }

    private String mail() {
        next = (next + 1) % mails.size();
        return mails.get(next);
    }
}
