package dev.svar.benchmarks;

import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.Holidays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.Random;
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

/** What a question costs that looks ten days or ten years ahead, with holidays of yearly rules. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class FarAheadBenchmark {
    private static final int STARTS = 1 << 14;
    private static final long SEED = 42;
    private static final int FOUR_YEARS = 4 * 365 * 86_400;

    @Param({"10", "3650"})
    public int days;

    private final BusinessCalendar calendar = BusinessCalendar.builder(SampleHours.ZONE)
            .open(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), SampleHours.OPENS + "-" + SampleHours.CLOSES)
            .holidays(Holidays.everyYear(MonthDay.of(5, 17), "17 May").and(Holidays.easter(1, "Easter Monday")))
            .build();
    private final Instant[] starts = new Instant[STARTS];
    private final Instant[] ends = new Instant[STARTS];
    private Duration work = Duration.ZERO;
    private int next;

    @Setup
    public void startsAndFirstUse() {
        Random random = new Random(SEED);
        Instant first = SampleHours.FIRST.atStartOfDay(SampleHours.ZONE).toInstant();
        for (int i = 0; i < STARTS; i++) {
            starts[i] = first.plusSeconds(random.nextInt(FOUR_YEARS));
            ends[i] = starts[i].plus(Duration.ofDays(days));
        }
        work = calendar.between(first, first.plus(Duration.ofDays(days)));
    }

    @Benchmark
    public Instant plus() {
        return calendar.plus(starts[next()], work);
    }

    @Benchmark
    public Duration between() {
        int i = next();
        return calendar.between(starts[i], ends[i]);
    }

    private int next() {
        next = (next + 1) & (STARTS - 1);
        return next;
    }
}
