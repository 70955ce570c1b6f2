package dev.svar;

import dev.svar.delivery.Backoff;
import dev.svar.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How long a desk is left alone, always a little at random: hundreds of nodes that wait for the same instant, or for the same
 * database, must not come back together.
 *
 * @param idle the longest pause while nothing is due
 * @param spread how much later than at the instant at which work is due a desk may be asked
 */
record DuePauses(Duration idle, Duration spread) {
    /** How long the first turns wait at most. */
    static final Duration START = Duration.ofMillis(100);

    /** An idle pause is shortened by a part of it, at most by one in so many. */
    private static final int IDLE_PART = 4;

    private static final Backoff UNREACHABLE = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
    private static final Backoff BROKEN = new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(10));

    static Duration atStart(RandomGenerator random) {
        return upTo(START, random);
    }

    /** After a turn that left nothing to do for the moment. */
    Duration after(DueRun run, Instant now, RandomGenerator random) {
        Duration longest = idle.minus(upTo(idle.dividedBy(IDLE_PART), random));
        return run.next()
                .map(next -> Duration.between(now, next))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .filter(wait -> wait.compareTo(longest) < 0)
                .map(wait -> wait.plus(upTo(spread, random)))
                .filter(wait -> wait.compareTo(longest) < 0)
                .orElse(longest);
    }

    /** After a number of turns that failed one after the other. */
    static Duration afterFailure(Throwable error, int turns, RandomGenerator random) {
        boolean passes = error instanceof StoreException store && store.retryable();
        return (passes ? UNREACHABLE : BROKEN).after(turns, random.nextLong());
    }

    private static Duration upTo(Duration longest, RandomGenerator random) {
        return Duration.ofNanos(random.nextLong(longest.toNanos() + 1));
    }
}
