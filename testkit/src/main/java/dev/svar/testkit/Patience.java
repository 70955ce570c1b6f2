package dev.svar.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls what must come back within some time, in one thread of its own, so that a suite ends even if it never does. */
final class Patience implements AutoCloseable {
    private final Duration longest;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Patience::thread);

    Patience(Duration longest) {
        this.longest = longest;
    }

    <T> T call(String what, Callable<T> call) throws Exception {
        Future<T> future = thread.submit(call);
        try {
            return future.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(what + " did not come back within " + longest, e);
        } catch (ExecutionException e) {
            throw thrown(e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** A thread that does not keep the process alive. */
    static Thread thread(Runnable run) {
        Thread thread = new Thread(run, "svar-testkit");
        thread.setDaemon(true);
        return thread;
    }

    /** What was thrown in the other thread. */
    static Exception thrown(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof Exception exception ? exception : e;
    }
}
