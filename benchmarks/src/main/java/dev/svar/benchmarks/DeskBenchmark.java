package dev.svar.benchmarks;

import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Tickets at a desk in memory, with their letters rendered and planned. */
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class DeskBenchmark {
    private static final int LONG = 10_000;
    private static final int BATCH = 1_000;

    /** Each iteration begins with an empty store, which grows while it runs. */
    @State(Scope.Benchmark)
    public static class Empty {
        private SampleDesk desk = new SampleDesk();

        @Setup(Level.Iteration)
        public void begin() {
            desk = new SampleDesk();
        }

        private Ticket openReplySolve() {
            return desk.solve(desk.reply(desk.open()));
        }
    }

    /**
     * A store with new tickets and a long one. A reply makes a ticket longer, so an iteration is a batch of a fixed size
     * on a fresh store.
     */
    @State(Scope.Benchmark)
    public static class Filled {
        private SampleDesk desk = new SampleDesk();
        private List<TicketId> fresh = List.of();
        private List<TicketId> old = List.of();

        @Setup(Level.Iteration)
        public void fill() {
            desk = new SampleDesk();
            fresh = Stream.generate(desk::open).limit(BATCH).toList();
            TicketId ticket = desk.open();
            for (int messages = 1; messages < LONG; messages++) {
                desk.reply(ticket);
            }
            old = Collections.nCopies(BATCH, ticket);
        }

        private void reply(List<TicketId> tickets, Blackhole hole) {
            for (TicketId ticket : tickets) {
                hole.consume(desk.reply(ticket));
            }
        }
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @Warmup(iterations = 3, time = 1)
    @Measurement(iterations = 5, time = 1)
    @Threads(1)
    public Ticket openReplySolve(Empty state) {
        return state.openReplySolve();
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @Warmup(iterations = 3, time = 1)
    @Measurement(iterations = 5, time = 1)
    @Threads(2)
    public Ticket openReplySolveByTwo(Empty state) {
        return state.openReplySolve();
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OperationsPerInvocation(BATCH)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    @Warmup(iterations = 5)
    @Measurement(iterations = 10)
    public void replyOnNewTicket(Filled state, Blackhole hole) {
        state.reply(state.fresh, hole);
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OperationsPerInvocation(BATCH)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    @Warmup(iterations = 5)
    @Measurement(iterations = 10)
    public void replyOnLongTicket(Filled state, Blackhole hole) {
        state.reply(state.old, hole);
    }
}
