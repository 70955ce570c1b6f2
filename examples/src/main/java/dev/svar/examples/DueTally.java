package dev.svar.examples;

import dev.svar.DueListener;
import dev.svar.DueRun;
import dev.svar.HelpDesk;
import dev.svar.contact.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what a driver does for whom, until all that is expected is done. */
final class DueTally implements DueListener {
    private final Map<TenantId, Integer> pieces = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> all = new CompletableFuture<>();
    private final int expected;

    DueTally(int expected) {
        this.expected = expected;
    }

    /** A host would raise an alarm; the driver tries again by itself. */
    @Override
    public void failed(HelpDesk desk, Throwable error, Duration pause) {
        all.completeExceptionally(error);
    }

    @Override
    public void ran(HelpDesk desk, DueRun run) {
        pieces.merge(desk.tenant(), run.done(), Integer::sum);
        if (pieces.values().stream().mapToInt(n -> n).sum() == expected) {
            all.complete(null);
        }
    }

    void awaitAll() {
        all.join();
    }

    int of(HelpDesk desk) {
        return pieces.getOrDefault(desk.tenant(), 0);
    }
}
