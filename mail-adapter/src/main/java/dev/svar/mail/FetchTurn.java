package dev.svar.mail;

import dev.svar.contact.TenantId;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.Cursor;
import dev.svar.store.DeskStore;
import dev.svar.store.WorkResult;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The turn of this node to fetch from a mailbox, as long as its claim holds. For one thread. */
final class FetchTurn {
    private static final String TRIES = " tries";
    private static final int PAGE = 1_000;
    private static final int MOST_FORGOTTEN = 200;

    private final DeskStore store;
    private final TenantId tenant;
    private final InstantSource time;
    private final Duration lease;
    private final String mailbox;
    private final Claim claim;
    private Instant until;
    private boolean lost;
    private boolean survived;

    FetchTurn(DeskStore store, TenantId tenant, InstantSource time, Duration lease, String mailbox, Claim claim) {
        this.store = store;
        this.tenant = tenant;
        this.time = time;
        this.lease = lease;
        this.mailbox = mailbox;
        this.claim = claim;
        this.until = claim.leaseUntil();
    }

    /** Whether whoever had the turn before did not end it, perhaps since a message ended the process. */
    boolean isAfterADeath() {
        return claim.attempt() > 1 && !survived;
    }

    /** Everything was taken, so none of it ends the process. */
    void survive() {
        survived = true;
    }

    boolean isLost() {
        return lost;
    }

    /** A number that was kept under a name of the mailbox's, 0 if none was. */
    long kept(UUID name) {
        return store.cursor(tenant, mailbox, new TicketId(name));
    }

    /** Everything that was kept under names of the mailbox's. */
    Map<UUID, Long> allKept() {
        return all(mailbox);
    }

    /** The messages that failed and were not taken since. */
    Set<UUID> allTried() {
        return all(mailbox + TRIES).keySet();
    }

    private Map<UUID, Long> all(String listener) {
        Map<UUID, Long> all = new HashMap<>();
        List<Cursor> page = store.cursors(tenant, listener, Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            page.forEach(cursor -> all.put(cursor.ticket().value(), cursor.sequence()));
            Optional<TicketId> last = Optional.of(page.get(page.size() - 1).ticket());
            page = page.size() < PAGE ? List.of() : store.cursors(tenant, listener, last, PAGE);
        }
        return all;
    }

    /** Forgets messages that are not there any more, not too many at once; says which. */
    Set<UUID> forget(Collection<UUID> gone) {
        Set<UUID> some = gone.stream().limit(MOST_FORGOTTEN).collect(Collectors.toSet());
        Cursor[] nothing = some.stream()
                .map(TicketId::new)
                .flatMap(id -> Stream.of(new Cursor(mailbox, id, 0), new Cursor(mailbox + TRIES, id, 0)))
                .toArray(Cursor[]::new);
        return some.isEmpty() || !commit(nothing) ? Set.of() : some;
    }

    Cursor keeping(UUID name, long number) {
        return new Cursor(mailbox, new TicketId(name), number);
    }

    Tries tries(UUID message) {
        return Tries.of(store.cursor(tenant, mailbox + TRIES, new TicketId(message)));
    }

    boolean tried(UUID message, Tries tries) {
        return commit(new Cursor(mailbox + TRIES, new TicketId(message), tries.code()));
    }

    /** Keeps numbers and the turn; says whether the turn is still ours. Without it nothing is kept. */
    boolean commit(Cursor... cursors) {
        Changes.Builder changes = Changes.builder(tenant);
        for (Cursor cursor : cursors) {
            changes.cursor(cursor);
        }
        Instant next = time.instant().plus(lease);
        changes.workResult(new WorkResult.Underway(claim, next));
        lost = lost || store.commit(changes.build()) != CommitResult.COMMITTED;
        until = lost ? until : next;
        return !lost;
    }

    /** Keeps the turn while nothing happens. */
    boolean renew() {
        boolean late = time.instant().isAfter(until.minus(lease.dividedBy(2)));
        return late ? commit() : !lost;
    }

    /** Lets go of the mailbox: anybody may have the next turn at once. */
    void end() {
        if (!lost) {
            lost = true;
            store.commit(Changes.builder(tenant)
                    .workResult(new WorkResult.PutOff(claim, time.instant()))
                    .build());
        }
    }
}
