package dev.svar;

import dev.svar.store.Claim;
import dev.svar.store.StoreException;
import dev.svar.store.WorkKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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

    /** Levels that became due at the same instant are reached one after the other, the breach last. */
    private static final Comparator<Claim> IN_ORDER =
            Comparator.comparing((Claim claim) -> claim.work().dueAt()).thenComparing(DueWork::rank);

    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);

    private final DeskSetup setup;
    private final HandOvers handOvers;
    private final DueTimers timers;
    private final Telling telling;
    private final Offers offers;

    DueWork(DeskSetup setup, HandOvers handOvers, DueTimers timers, Telling telling, Offers offers) {
        this.setup = setup;
        this.handOvers = handOvers;
        this.timers = timers;
        this.telling = telling;
        this.offers = offers;
    }

    DueRun run(int limit) {
        int claimed = 0;
        int done = 0;
        int failed = 0;
        while (claimed < limit) {
            int size = Math.min(BATCH, limit - claimed);
            List<Claim> claims = setup.store().claim(setup.tenant(), setup.now(), LEASE, size);
            claimed += claims.size();
            for (Claim claim : claims.stream().sorted(IN_ORDER).toList()) {
                if (setup.now().isBefore(claim.leaseUntil())) {
                    failed += survives(claim) ? 0 : 1;
                    done++;
                }
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
            putOff(claim, now.plus(PAUSE_AFTER_FAILURE));
            return false;
        }
    }

    private void putOff(Claim claim, Instant at) {
        try {
            handOvers.putOff(claim, at);
        } catch (StoreException e) {
            LOG.warn("{} comes back when its claim ends at {}", claim.work().key(), claim.leaseUntil(), e);
        }
    }

    private void work(Claim claim, Instant now) {
        WorkKey key = claim.work().key();
        if (key instanceof WorkKey.HandOver handOver) {
            handOvers.handOver(handOver.delivery(), claim, now);
        } else if (key instanceof WorkKey.TicketTimer timer) {
            timers.fire(timer, claim, now);
        } else if (key instanceof WorkKey.Tell tell) {
            telling.tell(tell, claim, now);
        } else if (key instanceof WorkKey.Offer offer) {
            offers.again(offer, claim, now);
        }
    }

    private static int rank(Claim claim) {
        return claim.work().key() instanceof WorkKey.ReachLevel level
                ? level.level().ordinal()
                : 0;
    }
}
