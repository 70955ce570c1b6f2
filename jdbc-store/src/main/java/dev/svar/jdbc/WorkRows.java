package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkResult;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Due work and its claims. */
final class WorkRows {
    private static final long NOT_CLAIMED = 0;

    private final Dialect dialect;
    private final Sql db;
    private final String table;
    private final SecureRandom fences = new SecureRandom();

    WorkRows(Dialect dialect, String prefix) {
        this.dialect = dialect;
        this.db = new Sql(dialect);
        this.table = prefix + "work";
    }

    /** A row that is or may be claimed. */
    private record Claimable(String key, Instant dueAt, long fence) {}

    /** A row that is to be there after a commit. */
    private record Planned(String key, Work work) {}

    List<Claim> claim(Connection connection, TenantId tenant, Instant now, Duration lease, int limit)
            throws SQLException {
        List<Claimable> free = db.list(
                connection,
                "SELECT work_key, due_at, fence FROM " + dialect.byIndex(table, table + "_by_time")
                        + " WHERE tenant = ? AND free_at <= ? AND kind IN ("
                        + Sql.marks(WorkKeyText.KINDS.size())
                        + ") ORDER BY free_at, work_key LIMIT ? FOR UPDATE SKIP LOCKED",
                p -> p.text(tenant.value()).at(now).texts(WorkKeyText.KINDS).number(limit),
                row -> new Claimable(row.text("work_key"), row.at("due_at"), row.number("fence")));
        Instant until = Micros.cut(now.plus(lease));
        List<Long> given = free.stream().map(row -> newFence()).toList();
        List<Integer> indices = range(free.size());
        int[] counts = db.batch(
                connection,
                "UPDATE " + table + " SET free_at = ?, fence = ? WHERE tenant = ? AND work_key = ? AND fence = ?",
                indices,
                (p, i) -> p.at(until)
                        .number(given.get(i))
                        .text(tenant.value())
                        .text(free.get(i).key())
                        .number(free.get(i).fence()));
        return indices.stream()
                .filter(i -> counts[i] == 1)
                .map(i -> claim(free.get(i), given.get(i), until))
                .sorted(Comparator.comparing(c -> c.work().dueAt()))
                .toList();
    }

    private static List<Integer> range(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    private static Claim claim(Claimable row, long fence, Instant until) {
        return new Claim(new Work(WorkKeyText.read(row.key()), row.dueAt()), fence, until);
    }

    private long newFence() {
        return NOT_CLAIMED + 1 + (fences.nextLong() >>> 2);
    }

    Optional<Instant> nextDue(Connection connection, TenantId tenant) throws SQLException {
        return db.first(
                connection,
                "SELECT free_at FROM " + table + " WHERE tenant = ? AND kind IN (" + Sql.marks(WorkKeyText.KINDS.size())
                        + ") ORDER BY free_at LIMIT 1",
                p -> p.text(tenant.value()).texts(WorkKeyText.KINDS),
                row -> row.at("free_at"));
    }

    /**
     * Brings the work into the state that a commit leaves it in. All rows are locked first and in one order, so what is
     * found does not change any more and two commits never wait for each other.
     *
     * @return whether the claim of the work result holds; nothing is changed if it does not
     */
    boolean apply(Connection connection, Changes changes) throws SQLException {
        SortedMap<String, Optional<Work>> wanted = new TreeMap<>();
        changes.workResult().ifPresent(result -> wanted.putAll(after(result)));
        changes.cancelled().forEach(key -> wanted.put(WorkKeyText.write(key), Optional.empty()));
        changes.scheduled().forEach(work -> wanted.put(WorkKeyText.write(work.key()), Optional.of(work)));

        SortedSet<String> touched = new TreeSet<>(wanted.keySet());
        changes.workResult()
                .ifPresent(r -> touched.add(WorkKeyText.write(r.claim().work().key())));
        changes.scheduledIfAbsent().forEach(work -> touched.add(WorkKeyText.write(work.key())));
        Map<String, Long> fencesByKey = lock(connection, changes.tenant(), List.copyOf(touched));
        boolean holds = changes.workResult()
                .map(WorkResult::claim)
                .map(claim -> Long.valueOf(claim.fence())
                        .equals(fencesByKey.get(WorkKeyText.write(claim.work().key()))))
                .orElse(true);
        if (holds) {
            renew(connection, changes);
            changes.scheduledIfAbsent().forEach(work -> addIfAbsent(work, wanted, fencesByKey));
            write(connection, changes.tenant(), wanted, fencesByKey);
        }
        return holds;
    }

    /** What is there and stays there is locked, so nobody can finish it before this commit has ended. */
    private static void addIfAbsent(Work work, Map<String, Optional<Work>> wanted, Map<String, Long> there) {
        String key = WorkKeyText.write(work.key());
        boolean stays = wanted.containsKey(key) ? wanted.get(key).isPresent() : there.containsKey(key);
        if (!stays) {
            wanted.put(key, Optional.of(work));
        }
    }

    private void renew(Connection connection, Changes changes) throws SQLException {
        if (changes.workResult().orElse(null) instanceof WorkResult.Underway underway) {
            db.update(
                    connection,
                    "UPDATE " + table + " SET free_at = ? WHERE tenant = ? AND work_key = ?",
                    p -> p.at(underway.until())
                            .text(changes.tenant().value())
                            .text(WorkKeyText.write(underway.claim().work().key())));
        }
    }

    private static Map<String, Optional<Work>> after(WorkResult result) {
        WorkKey key = result.claim().work().key();
        if (result instanceof WorkResult.Done) {
            return Map.of(WorkKeyText.write(key), Optional.empty());
        } else if (result instanceof WorkResult.PutOff putOff) {
            return Map.of(WorkKeyText.write(key), Optional.of(new Work(key, putOff.at())));
        }
        return Map.of();
    }

    private Map<String, Long> lock(Connection connection, TenantId tenant, List<String> keys) throws SQLException {
        Map<String, Long> found = new HashMap<>();
        for (List<String> some : Sql.chunks(keys)) {
            Keys asked = new Keys(dialect, tenant, some);
            String sql = "SELECT work_key, fence FROM " + dialect.byPrimaryKey(table) + " WHERE " + asked.in("work_key")
                    + " ORDER BY work_key FOR UPDATE";
            db.list(connection, sql, asked::bind, row -> Map.entry(row.text("work_key"), row.number("fence")))
                    .forEach(e -> found.put(e.getKey(), e.getValue()));
        }
        return found;
    }

    private void write(
            Connection connection, TenantId tenant, Map<String, Optional<Work>> wanted, Map<String, Long> there)
            throws SQLException {
        List<String> gone = new ArrayList<>();
        List<Planned> replaced = new ArrayList<>();
        List<Planned> added = new ArrayList<>();
        wanted.forEach((key, work) -> {
            if (work.isPresent()) {
                (there.containsKey(key) ? replaced : added).add(new Planned(key, work.get()));
            } else if (there.containsKey(key)) {
                gone.add(key);
            }
        });
        db.batch(
                connection,
                "DELETE FROM " + table + " WHERE tenant = ? AND work_key = ?",
                gone,
                (p, key) -> p.text(tenant.value()).text(key));
        db.batch(
                connection,
                "UPDATE " + table + " SET due_at = ?, free_at = ?, fence = ? WHERE tenant = ? AND work_key = ?",
                replaced,
                (p, w) -> p.at(w.work().dueAt())
                        .at(w.work().dueAt())
                        .number(NOT_CLAIMED)
                        .text(tenant.value())
                        .text(w.key()));
        insert(connection, tenant, added);
    }

    private void insert(Connection connection, TenantId tenant, List<Planned> added) throws SQLException {
        try {
            db.batch(
                    connection,
                    "INSERT INTO " + table + " (tenant, work_key, kind, due_at, free_at, fence) VALUES (" + Sql.marks(6)
                            + ")",
                    added,
                    (p, w) -> p.text(tenant.value())
                            .text(w.key())
                            .text(WorkKeyText.kind(w.work().key()))
                            .at(w.work().dueAt())
                            .at(w.work().dueAt())
                            .number(NOT_CLAIMED));
        } catch (SQLException e) {
            throw dialect.isDuplicateKey(e) ? new LostRaceException(e) : e;
        }
    }
}
