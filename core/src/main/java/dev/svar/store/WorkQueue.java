package dev.svar.store;

import dev.svar.contact.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Port: due work, claimed by any number of nodes. Work is scheduled, cancelled, finished and put off by
 * {@link DeskStore#commit} only; work that died there waits apart.
 */
public interface WorkQueue {
    /**
     * Claims work of one lane that is due and that nobody holds a lease of. No two calls, on whatever nodes, get the same
     * work unless the lease of the first has ended.
     *
     * <p>Leases end by the clock of whoever claims next. A node whose clock is ahead gets work that much before the lease ends
     * for the one that holds it; the claim of that one then no longer holds, so that it can finish nothing.
     *
     * @param tenant whose
     * @param lane where it waits
     * @param now when
     * @param lease how long nobody else shall get it
     * @param limit the most pieces of work
     * @return the claims, earliest due first; those due at the same instant in no particular order
     */
    List<Claim> claim(TenantId tenant, WorkLane lane, Instant now, Duration lease, int limit);

    /**
     * When the next call of {@link #claim} may find something.
     *
     * @param tenant whose
     * @param lanes which lanes will be asked
     * @return the earliest instant at which work is or becomes due and free; empty if there is no work in these lanes
     */
    Optional<Instant> nextDue(TenantId tenant, Set<WorkLane> lanes);

    /**
     * Lists dead work.
     *
     * @param tenant whose
     * @param after the last one of the page before
     * @param limit the most
     * @return the work that died first first, then in the order of the names' texts
     */
    List<DeadWork> deadWork(TenantId tenant, Optional<DeadWork> after, int limit);

    /**
     * Brings dead work back into its lane, due at once and as if it had never been tried; work with the same key that was
     * scheduled since stays as it is.
     *
     * @param tenant whose
     * @param key which
     * @param now when
     * @return whether there was dead work with this key
     */
    boolean replay(TenantId tenant, WorkKey key, Instant now);
}
