package dev.svar.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that do the same until each finds nothing to do any more. */
final class Crew {
    private Crew() {}

    /**
     * Runs in some threads.
     *
     * @param threads how many
     * @param work what each does
     * @return the sum of what they did
     */
    static int of(int threads, Callable<Integer> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(executor.submit(work));
            }
            int done = 0;
            for (Future<Integer> future : futures) {
                done += future.get();
            }
            return done;
        } finally {
            executor.shutdownNow();
        }
    }
}
