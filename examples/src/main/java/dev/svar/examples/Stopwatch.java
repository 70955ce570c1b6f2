package dev.svar.examples;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What this thread used since then: of the processor, which is what it takes on an idle core, and by the clock, where other
 * programs count as well.
 */
record Stopwatch(long processor, long clock) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS = 1e9;

    static Stopwatch started() {
        return new Stopwatch(THREADS.getCurrentThreadCpuTime(), System.nanoTime());
    }

    double processorSeconds() {
        return (THREADS.getCurrentThreadCpuTime() - processor) / NANOS;
    }

    double clockSeconds() {
        return (System.nanoTime() - clock) / NANOS;
    }
}
