package dev.svar.testkit;

import java.util.concurrent.CountDownLatch;

/** Something that never comes back, until its thread is interrupted. */
final class ForEver {
    private ForEver() {}

    static <T> T waiting() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("interrupted");
    }
}
