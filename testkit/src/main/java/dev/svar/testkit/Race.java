package dev.svar.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets several threads do something at the same instant. */
final class Race {
    private Race() {}

    /** What each runner does. */
    @FunctionalInterface
    interface Runner<T> {
        T run(int index) throws Exception;
    }

    static <T> List<T> of(int runners, Runner<T> runner) throws Exception {
        CyclicBarrier start = new CyclicBarrier(runners);
        ExecutorService threads = Executors.newFixedThreadPool(runners);
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
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
