package dev.svar.testkit;

import dev.svar.error.Check;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets several threads do something at the same instant: all of them wait at a barrier and start together. What came of it
 * is for the caller to check.
 *
 * <pre>{@code
 * List<CommitResult> results = Race.of(8, i -> store.commit(changes.get(i)));
 * }</pre>
 */
public final class Race {
    /** How long a race lasts at most: runners that wait for each other for ever fail, they do not hang the build. */
    public static final Duration LONGEST = Duration.ofMinutes(5);

    /** The most runners of one race. */
    public static final int MAX_RUNNERS = 1000;

    private Race() {}

    /**
     * What each runner does.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Runner<T> {
        /**
         * Runs, in a thread of its own.
         *
         * @param index which runner this is, from 0
         * @return what came of it
         * @throws Exception whatever it likes: the race throws it on
         */
        T run(int index) throws Exception;
    }

    /**
     * Starts all runners together and waits for them.
     *
     * @param runners how many, 1 to {@value #MAX_RUNNERS}
     * @param runner what each does
     * @param <T> what comes of it
     * @return what came of each, by index
     * @throws Exception what the first runner that failed threw, or a {@link TimeoutException} after {@link #LONGEST}
     */
    public static <T> List<T> of(int runners, Runner<T> runner) throws Exception {
        CyclicBarrier start = new CyclicBarrier((int) Check.range("runners", runners, 1, MAX_RUNNERS));
        long end = System.nanoTime() + LONGEST.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(runners, Patience::thread);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                int index = i;
                futures.add(threads.submit(() -> {
                    start.await();
                    return runner.run(index);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
            }
            return results;
        } catch (ExecutionException e) {
            throw Patience.thrown(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
