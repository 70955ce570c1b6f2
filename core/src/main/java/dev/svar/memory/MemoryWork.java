package dev.svar.memory;

import dev.svar.store.Claim;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** One tenant's due work, in the order in which it becomes free. Guarded by the tenant's lock. */
final class MemoryWork {
    private static final long NOT_CLAIMED = 0;

    private static final Comparator<Row> BY_TIME =
            Comparator.comparing(Row::freeAt).thenComparing(Row::ordinal);

    private final Map<WorkKey, Row> rows = new HashMap<>();
    private final NavigableSet<Row> byTime = new TreeSet<>(BY_TIME);
    private long lastFence = NOT_CLAIMED;
    private long lastOrdinal;

    private record Row(Work work, Instant freeAt, long fence, long ordinal) {}

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
        } else if (result instanceof WorkResult.Underway underway) {
            renew(key, underway.until());
        }
    }

    private void renew(WorkKey key, Instant until) {
        Row row = rows.get(key);
        if (row != null) {
            put(new Row(row.work(), until, row.fence(), row.ordinal()));
        }
    }

    void cancel(WorkKey key) {
        Row row = rows.remove(key);
        if (row != null) {
            byTime.remove(row);
        }
    }

    void schedule(Work work) {
        lastOrdinal++;
        put(new Row(work, work.dueAt(), NOT_CLAIMED, lastOrdinal));
    }

    void scheduleIfAbsent(Work work) {
        if (!rows.containsKey(work.key())) {
            schedule(work);
        }
    }

    private void put(Row row) {
        cancel(row.work().key());
        rows.put(row.work().key(), row);
        byTime.add(row);
    }

    List<Claim> claim(Instant now, Duration lease, int limit) {
        List<Row> free = new ArrayList<>();
        for (Row row : byTime) {
            if (row.freeAt().isAfter(now) || free.size() == limit) {
                break;
            }
            free.add(row);
        }
        free.sort(Comparator.comparing((Row row) -> row.work().dueAt()).thenComparing(Row::ordinal));
        List<Claim> claims = new ArrayList<>(free.size());
        Instant until = now.plus(lease);
        for (Row row : free) {
            lastFence++;
            put(new Row(row.work(), until, lastFence, row.ordinal()));
            claims.add(new Claim(row.work(), lastFence, until));
        }
        return claims;
    }

    Optional<Instant> nextDue() {
        return byTime.isEmpty() ? Optional.empty() : Optional.of(byTime.first().freeAt());
    }
}
