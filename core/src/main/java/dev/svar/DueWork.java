package dev.svar;

import dev.svar.store.Claim;
import dev.svar.store.WorkKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what is due: claims it in batches and gives each piece to whoever knows how. */
final class DueWork {
    /** How long a claim holds. Work that it runs out for before it was begun is left to whoever claims it next. */
    static final Duration LEASE = Duration.ofMinutes(10);

    /** How much is claimed at a time: little enough that other nodes get their share. */
    static final int BATCH = 20;

    /** When work that failed unexpectedly is tried again. */
    static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);

    private final DeskSetup setup;
    private final HandOvers handOvers;
    private final Levels levels;

    DueWork(DeskSetup setup, HandOvers handOvers, Levels levels) {
        this.setup = setup;
        this.handOvers = handOvers;
        this.levels = levels;
    }

    DueRun run(int limit) {
        int done = 0;
        int failed = 0;
        while (done < limit) {
            int size = Math.min(BATCH, limit - done);
            List<Claim> claims = setup.store().claim(setup.tenant(), setup.now(), LEASE, size);
            for (Claim claim : claims) {
                failed += survives(claim) ? 0 : 1;
                done++;
            }
            if (claims.size() < size) {
                break;
            }
        }
        return new DueRun(done, failed, setup.store().nextDue(setup.tenant()));
    }

    /** One piece of work that fails must not keep the others from being done. */
    private boolean survives(Claim claim) {
        Instant now = setup.now();
        try {
            work(claim, now);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("{} failed and is tried again after {}", claim.work().key(), PAUSE_AFTER_FAILURE, e);
            handOvers.putOff(claim, now.plus(PAUSE_AFTER_FAILURE));
            return false;
        }
    }

    private void work(Claim claim, Instant now) {
        WorkKey key = claim.work().key();
        if (key instanceof WorkKey.HandOver handOver) {
            handOvers.handOver(handOver.delivery(), claim, now);
        } else if (key instanceof WorkKey.ReachLevel level) {
            levels.reach(level, claim, now);
        }
    }
}
