package dev.svar.benchmarks;

import dev.svar.sla.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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

/** Business hours, beside the plain way and the floor. All three must agree before anything is measured. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class CalendarBenchmark {
    private static final int STARTS = 1 << 14;
    private static final int CHECKED = 1_000;
    private static final long SEED = 42;
    private static final Duration HOURS = Duration.ofHours(16);
    private static final Duration DAYS = Duration.ofDays(90);
    private static final Duration FOUR_YEARS = Duration.ofDays(4 * 365);

    /** Who calculates. */
    public enum Way {
        SVAR(() -> new OfSvar(SampleHours.calendar())),
        DAY_BY_DAY(DayByDay::new),
        PREFIX_SUMS(PrefixSums::new);

        private final Supplier<BusinessTime> time;

        Way(Supplier<BusinessTime> time) {
            this.time = time;
        }
    }

    @Param
    public Way way = Way.SVAR;

    private BusinessTime time = Way.SVAR.time.get();
    private final Instant[] starts = new Instant[STARTS];
    private final Instant[] ends = new Instant[STARTS];
    private int next;

    @Setup
    public void startsAndAgreement() {
        Instant first = SampleHours.FIRST.atStartOfDay(SampleHours.ZONE).toInstant();
        Random random = new Random(SEED);
        for (int i = 0; i < STARTS; i++) {
            starts[i] = first.plusSeconds(random.nextInt((int) FOUR_YEARS.toSeconds()));
            ends[i] = starts[i].plus(DAYS);
        }
        requireAgreement();
        time = way.time.get();
    }

    @Benchmark
    public Instant plusSixteenHours() {
        return time.plus(starts[next()], HOURS);
    }

    @Benchmark
    public Duration betweenOverNinetyDays() {
        int i = next();
        return time.between(starts[i], ends[i]);
    }

    private int next() {
        next = (next + 1) & (STARTS - 1);
        return next;
    }

    private void requireAgreement() {
        BusinessTime svar = Way.SVAR.time.get();
        for (BusinessTime other : List.of(Way.DAY_BY_DAY.time.get(), Way.PREFIX_SUMS.time.get())) {
            for (int i = 0; i < CHECKED; i++) {
                Instant start = starts[i];
                Instant end = ends[i];
                require(svar.plus(start, HOURS).equals(other.plus(start, HOURS)), other, "plus", start);
                require(svar.between(start, end).equals(other.between(start, end)), other, "between", start);
            }
        }
    }

    private static void require(boolean agree, BusinessTime other, String question, Instant start) {
        if (!agree) {
            throw new IllegalStateException(other.getClass().getSimpleName() + " disagrees on " + question + " from "
                    + start + ", seed " + SEED);
        }
    }

    private record OfSvar(BusinessCalendar calendar) implements BusinessTime {
        @Override
        public Instant plus(Instant start, Duration duration) {
            return calendar.plus(start, duration);
        }

        @Override
        public Duration between(Instant from, Instant to) {
            return calendar.between(from, to);
        }
    }
}
