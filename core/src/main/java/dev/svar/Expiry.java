package dev.svar;

import dev.svar.store.StoreException;
import dev.svar.trend.HourlyCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drops what is too old to be kept. Each node does, without a claim: dropping twice is dropping once. */
final class Expiry {
    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    /** How much is dropped of each kind at a time, so that other due work does not wait for it. */
    static final int BATCH = 500;

    private static final Duration EVERY = Duration.ofHours(Retention.EVERY_HOURS);

    private final DeskSetup setup;
    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

    Expiry(DeskSetup setup) {
        this.setup = setup;
    }

    /** A store that fails here fails again in what is due, which says so to the caller. */
    void runBesideOthers() {
        Instant now = setup.now();
        Instant due = next.get();
        if (now.isBefore(due) || !next.compareAndSet(due, now.plus(EVERY))) {
            return;
        }
        try {
            if (dropped(now)) {
                next.set(now);
            }
        } catch (StoreException e) {
            LOG.warn("what is too old is kept for another while", e);
        }
    }

    /** Whether there may be more. */
    private boolean dropped(Instant now) {
        Retention retention = setup.knowledge().retention();
        Instant asked = now.minus(retention.questions());
        long hour = HourlyCounts.hourOf(now.minus(retention.counts()));
        boolean moreQuestions = setup.store().dropSuggestions(setup.tenant(), asked, BATCH) == BATCH;
        boolean moreCounts = setup.store().dropTallies(setup.tenant(), hour, BATCH) == BATCH;
        return moreQuestions || moreCounts;
    }
}
