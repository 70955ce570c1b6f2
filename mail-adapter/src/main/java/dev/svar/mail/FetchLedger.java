package dev.svar.mail;

import dev.svar.contact.TenantId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.DeskStore;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What all nodes know together of the mailboxes they fetch from, kept in the desk's store: which node fetches now, how far
 * a mailbox was taken, and how often a message that fails was tried. At most one node fetches from a mailbox, under a lease
 * that it renews; if it dies another goes on when the lease has ended.
 *
 * <p>It only saves work: that nothing is taken twice rests on the desk's receipts, also where a ledger is lost or two clocks
 * differ. Safe for use by several threads.
 */
public final class FetchLedger {
    /** The longest lease that can be set. */
    public static final Duration MAX_LEASE = Duration.ofHours(1);

    /** The most tries that can be set. */
    public static final int MAX_TRIES = 1000;

    private static final int LOADS_FOR_A_TRY = 2;

    private final DeskStore store;
    private final TenantId tenant;
    private final InstantSource time;
    private final Duration lease;
    private final int tries;
    private final Map<String, String> lastErrors;

    private FetchLedger(
            DeskStore store,
            TenantId tenant,
            InstantSource time,
            Duration lease,
            int tries,
            Map<String, String> lastErrors) {
        this.store = store;
        this.tenant = tenant;
        this.time = time;
        this.lease = lease;
        this.tries = tries;
        this.lastErrors = lastErrors;
    }

    /**
     * The ledger of a desk.
     *
     * @param store the desk's store
     * @param tenant the desk's tenant
     * @param time the time, as the desk has it
     * @return the ledger, with leases of three minutes and five tries
     */
    public static FetchLedger of(DeskStore store, TenantId tenant, InstantSource time) {
        return new FetchLedger(store, tenant, time, Duration.ofMinutes(3), 5, new ConcurrentHashMap<>());
    }

    /**
     * Sets how long after the death of a node another waits before it fetches from its mailboxes. It should be longer than
     * the largest mail takes to be loaded.
     *
     * @param duration longer than nothing, at most {@link #MAX_LEASE}; three minutes when not set
     * @return a ledger like this one
     * @throws InvalidValueException if it is not allowed
     */
    public FetchLedger lease(Duration duration) {
        if (Check.positive("lease", duration).compareTo(MAX_LEASE) > 0) {
            throw new InvalidValueException("lease", "is " + duration + ", it must be at most " + MAX_LEASE);
        }
        return new FetchLedger(store, tenant, time, duration, tries, lastErrors);
    }

    /**
     * Sets how often a message is tried that fails, or that ends the process, before it is set aside in quarantine. Failures
     * of the store that may pass do not count. One that the server does not give out is tried twice as often.
     *
     * @param most 1 to {@value #MAX_TRIES}, 5 when not set
     * @return a ledger like this one
     * @throws InvalidValueException if it is not allowed
     */
    public FetchLedger tries(int most) {
        int checked = (int) Check.range("tries", most, 1, MAX_TRIES);
        return new FetchLedger(store, tenant, time, lease, checked, lastErrors);
    }

    /**
     * How much of a message is risked after so many tries: 0 to take it, 1 to keep its bytes unread, 2 to keep its header, 3
     * to keep nothing but that it is there. What the server does not give out is at 2 from the start.
     */
    int despair(Tries before) {
        int loads = before.loads() / (tries * LOADS_FOR_A_TRY);
        return Math.max(before.takes() / tries, loads == 0 ? 0 : loads + 1);
    }

    Duration lease() {
        return lease;
    }

    Instant now() {
        return time.instant();
    }

    /** What went wrong with the message at which a mailbox stands, as far as this process knows. */
    Optional<String> lastError(String mailbox) {
        return Optional.ofNullable(lastErrors.get(mailbox));
    }

    void lastError(String mailbox, Optional<String> error) {
        error.ifPresentOrElse(words -> lastErrors.put(mailbox, words), () -> lastErrors.remove(mailbox));
    }

    /** The turn to fetch from a mailbox, unless another node has it. */
    Optional<FetchTurn> begin(String mailbox) {
        WorkKey key = new WorkKey.Fetch(mailbox);
        Optional<Claim> claim = claim(key);
        if (claim.isEmpty()) {
            // Nothing happens if it is there and held.
            store.commit(Changes.builder(tenant)
                    .scheduleIfAbsent(new Work(key, now()))
                    .build());
            claim = claim(key);
        }
        return claim.map(held -> new FetchTurn(store, tenant, time, lease, mailbox, held));
    }

    private Optional<Claim> claim(WorkKey key) {
        List<Claim> claims = store.claim(tenant, key.lane(), now(), lease, 1);
        return claims.stream().findFirst();
    }
}
