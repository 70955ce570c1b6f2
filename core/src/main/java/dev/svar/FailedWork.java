package dev.svar;

import dev.svar.delivery.Backoff;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.StoreException;
import dev.svar.store.WorkResult;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of work that failed unexpectedly: it is tried again after longer and longer pauses, and then no more. */
final class FailedWork {
    /** How often work is tried before it is dead: with the pauses between them the tries span about a day. */
    static final int MAX_ATTEMPTS = 12;

    private static final Backoff BACKOFF = new Backoff(Duration.ofMinutes(1), Duration.ofHours(6));

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(FailedWork.class);

    private final DeskSetup setup;

    FailedWork(DeskSetup setup) {
        this.setup = setup;
    }

    enum Fate {
        SUCCEEDED,
        RETRIED,
        DIED
    }

    /** One piece of work that fails must not keep the others from being done. */
    Fate surviving(Claim claim, Runnable work) {
        if (claim.attempt() > MAX_ATTEMPTS) {
            return died(claim, "it was begun " + MAX_ATTEMPTS + " times and never ended");
        }
        try {
            work.run();
            return Fate.SUCCEEDED;
        } catch (RuntimeException e) {
            return failed(claim, e);
        }
    }

    /** Gives work back whose turn did not come: waiting for slow work is no try of its own. */
    void unbegun(Claim claim) {
        record(new WorkResult.Unbegun(claim));
    }

    private Fate failed(Claim claim, RuntimeException e) {
        if (claim.attempt() == MAX_ATTEMPTS) {
            LOG.warn("{} failed", claim.work().key(), e);
            return died(claim, e.toString());
        }
        Instant now = setup.now();
        Instant byPauses = now.plus(BACKOFF.after(claim.attempt(), seed(claim)));
        Instant at = e instanceof NotToldException told
                ? told.notBefore()
                        .map(notBefore -> bounded(notBefore, now))
                        .filter(byPauses::isBefore)
                        .orElse(byPauses)
                : byPauses;
        LOG.warn("{} failed and is tried again at {}", claim.work().key(), at, e);
        record(new WorkResult.Retry(claim, at));
        return Fate.RETRIED;
    }

    /** A wish to be left alone: neither so short that it makes work without end nor so long that nobody would ever see it end. */
    static Instant bounded(Instant notBefore, Instant now) {
        Instant least = now.plus(SHORTEST_WAIT);
        Instant most = now.plus(BACKOFF.longest());
        return notBefore.isBefore(least) ? least : notBefore.isAfter(most) ? most : notBefore;
    }

    /** What was claimed together may share its fence, but no key. */
    private static long seed(Claim claim) {
        return claim.fence() + claim.work().key().text().hashCode();
    }

    private Fate died(Claim claim, String error) {
        LOG.warn("{} is dead until it is replayed", claim.work().key());
        record(new WorkResult.Died(claim, setup.now(), error));
        return Fate.DIED;
    }

    private void record(WorkResult result) {
        try {
            setup.store()
                    .commit(Changes.builder(setup.tenant()).workResult(result).build());
        } catch (StoreException e) {
            LOG.warn("{} comes back when its claim ends", result.claim(), e);
        }
    }
}
