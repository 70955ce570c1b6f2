package dev.svar.memory;

import dev.svar.store.Claim;
import dev.svar.store.DeadWork;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkLane;
import dev.svar.store.WorkResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** One tenant's due work, by lane in the order in which it is due. Guarded by the tenant's lock. */
final class MemoryWork {
    private static final long NOT_CLAIMED = 0;

    private static final Comparator<Row> BY_TIME =
            Comparator.comparing((Row row) -> row.work().dueAt()).thenComparing(Row::ordinal);

    private static final Comparator<DeadWork> BY_DEATH = Comparator.comparing(DeadWork::diedAt)
            .thenComparing((DeadWork dead) -> dead.work().key().text());

    private final Map<WorkKey, Row> rows = new HashMap<>();
    private final Map<WorkLane, NavigableSet<Row>> lanes = new HashMap<>();
    private final Map<WorkKey, DeadWork> dead = new HashMap<>();
    private long lastFence = NOT_CLAIMED;
    private long lastOrdinal;

    /** Work and, while it is claimed, the end of the lease. */
    private record Row(Work work, Optional<Instant> heldUntil, long fence, int attempts, long ordinal) {
        Instant freeAt() {
            return heldUntil.orElse(work.dueAt());
        }

        Row renewed(Instant until) {
            return new Row(work, Optional.of(until), fence, attempts, ordinal);
        }

        Row claimed(Instant until, long newFence) {
            return new Row(work, Optional.of(until), newFence, attempts + 1, ordinal);
        }

        Row unbegun() {
            return new Row(work, Optional.empty(), NOT_CLAIMED, attempts - 1, ordinal);
        }

        Row retried(Instant at) {
            return new Row(new Work(work.key(), at), Optional.empty(), NOT_CLAIMED, attempts, ordinal);
        }
    }

    boolean holds(Claim claim) {
        Row row = rows.get(claim.work().key());
        return row != null && row.fence() == claim.fence();
    }

    void apply(WorkResult result) {
        WorkKey key = result.claim().work().key();
        if (result instanceof WorkResult.Done) {
            cancel(key);
        } else if (result instanceof WorkResult.PutOff putOff) {
            schedule(new Work(key, putOff.at()));
        } else if (result instanceof WorkResult.Unbegun) {
            put(row(key).unbegun());
        } else if (result instanceof WorkResult.Underway underway) {
            put(row(key).renewed(underway.until()));
        } else if (result instanceof WorkResult.Retry retry) {
            put(row(key).retried(retry.at()));
        } else if (result instanceof WorkResult.Died died) {
            Row last = row(key);
            dead.put(key, new DeadWork(last.work(), last.attempts(), died.error(), died.at()));
            cancel(key);
        }
    }

    /** The row of a claim that holds. */
    private Row row(WorkKey key) {
        return Optional.ofNullable(rows.get(key)).orElseThrow();
    }

    void cancel(WorkKey key) {
        Row row = rows.remove(key);
        if (row != null) {
            lane(key.lane()).remove(row);
        }
    }

    void schedule(Work work) {
        lastOrdinal++;
        put(new Row(work, Optional.empty(), NOT_CLAIMED, 0, lastOrdinal));
    }

    void scheduleIfAbsent(Work work) {
        if (!rows.containsKey(work.key())) {
            schedule(work);
        }
    }

    private void put(Row row) {
        WorkKey key = row.work().key();
        cancel(key);
        rows.put(key, row);
        lane(key.lane()).add(row);
    }

    private NavigableSet<Row> lane(WorkLane lane) {
        return lanes.computeIfAbsent(lane, name -> new TreeSet<>(BY_TIME));
    }

    List<Claim> claim(WorkLane lane, Instant now, Duration lease, int limit) {
        List<Row> free = new ArrayList<>();
        for (Row row : lane(lane)) {
            if (row.work().dueAt().isAfter(now) || free.size() == limit) {
                break;
            } else if (!row.freeAt().isAfter(now)) {
                free.add(row);
            }
        }
        List<Claim> claims = new ArrayList<>(free.size());
        Instant until = now.plus(lease);
        for (Row row : free) {
            lastFence++;
            Row claimed = row.claimed(until, lastFence);
            put(claimed);
            claims.add(new Claim(row.work(), lastFence, claimed.attempts(), until));
        }
        return claims;
    }

    Optional<Instant> nextDue(Collection<WorkLane> asked) {
        return asked.stream().flatMap(lane -> earliest(lane(lane)).stream()).min(Comparator.naturalOrder());
    }

    /** Before the earliest that is free there is only what is held. */
    private static Optional<Instant> earliest(NavigableSet<Row> lane) {
        Optional<Instant> earliest = Optional.empty();
        for (Row row : lane) {
            if (earliest.isEmpty() || row.freeAt().isBefore(earliest.get())) {
                earliest = Optional.of(row.freeAt());
            }
            if (row.heldUntil().isEmpty()) {
                break;
            }
        }
        return earliest;
    }

    List<DeadWork> dead(Optional<DeadWork> after, int limit) {
        return dead.values().stream()
                .filter(d -> after.isEmpty() || BY_DEATH.compare(d, after.get()) > 0)
                .sorted(BY_DEATH)
                .limit(limit)
                .toList();
    }

    boolean replay(WorkKey key, Instant now) {
        boolean found = dead.remove(key) != null;
        if (found) {
            scheduleIfAbsent(new Work(key, now));
        }
        return found;
    }
}
