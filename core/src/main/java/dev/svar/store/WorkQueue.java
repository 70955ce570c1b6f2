package dev.svar.store;

import dev.svar.contact.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Port: due work, claimed by any number of nodes. Work is scheduled, cancelled, finished and put off by
 * {@link DeskStore#commit} only.
 */
public interface WorkQueue {
    /**
     * Claims work that is due and that nobody holds a lease of. No two calls, on whatever nodes, get the same work unless
     * the lease of the first has ended.
     *
     * @param tenant whose
     * @param now when
     * @param lease how long nobody else shall get it
     * @param limit the most pieces of work
     * @return the claims, earliest due first; those due at the same instant in no particular order
     */
    List<Claim> claim(TenantId tenant, Instant now, Duration lease, int limit);

    /**
     * When the next call of {@link #claim} may find something.
     *
     * @param tenant whose
     * @return the earliest instant at which work is or becomes due and free; empty if there is no work
     */
    Optional<Instant> nextDue(TenantId tenant);
}
