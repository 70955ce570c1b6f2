package dev.svar;

import dev.svar.store.TicketQuery;
import dev.svar.store.TicketState;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** What a node remembers of feeding its index of tickets. It may lose all of it: then it looks again. Guarded by its lock. */
final class TicketFeedMemory {
    /** Of how many tickets is remembered what was taken. */
    private static final int MOST_SEEN = 50_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<TicketId, Seen> seen = new LinkedHashMap<>();
    private Optional<TicketWalk> walk = Optional.empty();
    private Optional<Instant> wholeAt = Optional.empty();
    private Instant head = TicketQuery.EARLIEST;
    private long position = -1;

    /** A version of a ticket; the same number may be another one after a store was restored. */
    private record Seen(long version, Instant at, int words) {}

    ReentrantLock lock() {
        return lock;
    }

    /** Forgets everything if the index is not where this node left it. */
    void at(long of) {
        if (position != of) {
            seen.clear();
            walk = Optional.empty();
            wholeAt = Optional.empty();
            head = TicketQuery.EARLIEST;
            position = of;
        }
    }

    void forget() {
        at(-1);
    }

    /** Where this node left the index. */
    long position() {
        return position;
    }

    void movedTo(long next) {
        position = next;
    }

    boolean isNews(TicketState state) {
        Seen known = seen.get(state.ticket().id());
        return known == null
                || known.version() != state.ticket().version()
                || !known.at().equals(state.ticket().updatedAt());
    }

    /** Whether the words are others than those that were taken. */
    boolean areOthers(TicketState state, Optional<String> words) {
        Seen known = seen.get(state.ticket().id());
        return known == null || known.words() != words.hashCode();
    }

    void see(TicketState state, Optional<String> words) {
        seen.remove(state.ticket().id());
        seen.put(
                state.ticket().id(),
                new Seen(state.ticket().version(), state.ticket().updatedAt(), words.hashCode()));
        if (seen.size() > MOST_SEEN) {
            seen.remove(seen.keySet().iterator().next());
        }
    }

    Optional<TicketWalk> walk() {
        return walk;
    }

    void walks(Optional<TicketWalk> on) {
        walk = on;
    }

    /** When everything that had not settled was looked at last. */
    Optional<Instant> wholeAt() {
        return wholeAt;
    }

    void wholeAt(Instant began) {
        wholeAt = Optional.of(began);
    }

    /** The latest update that was seen. */
    Instant head() {
        return head;
    }

    void head(Instant at) {
        head = at;
    }
}
