package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkLane;
import dev.svar.store.WorkResult;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Due work and its claims. */
final class WorkRows {
    private static final long NOT_CLAIMED = 0;

    private final Dialect dialect;
    private final String table;
    private final SecureRandom fences = new SecureRandom();

    WorkRows(Dialect dialect, String prefix) {
        this.dialect = dialect;
        this.table = prefix + "work";
    }

    /** A row that is or may be claimed. */
    private record Claimable(String key, Instant dueAt, int attempts) {}

    /** A row that is to be there after a commit. */
    private record Planned(String key, Work work, int attempts) {
        static Planned of(Work work) {
            return new Planned(work.key().text(), work, 0);
        }
    }

    /** One fence for all that is claimed together: no other claim has it. */
    List<Claim> claim(Connection connection, TenantId tenant, WorkLane lane, Instant now, Duration lease, int limit)
            throws SQLException {
        List<Claimable> free = Sql.list(
                connection,
                "SELECT work_key, due_at, attempts FROM " + table
                        + " WHERE tenant = ? AND lane = ? AND free_at <= ? ORDER BY free_at, work_key LIMIT ?"
                        + " FOR UPDATE SKIP LOCKED",
                p -> p.text(tenant.value()).text(lane.name()).at(now).number(limit),
                row -> new Claimable(row.text("work_key"), row.at("due_at"), (int) row.number("attempts")));
        Instant until = Micros.cut(now.plus(lease));
        long fence = newFence();
        for (List<Claimable> some : Sql.chunks(free)) {
            Keys<String> keys =
                    Keys.of(dialect, tenant, some.stream().map(Claimable::key).toList());
            Sql.update(
                    connection,
                    "UPDATE " + table + " SET free_at = ?, fence = ?, attempts = attempts + 1 WHERE "
                            + keys.in("work_key"),
                    p -> keys.bind(p.at(until).number(fence)));
        }
        return free.stream()
                .map(row -> claim(row, fence, until))
                .sorted(Comparator.comparing(c -> c.work().dueAt()))
                .toList();
    }

    private static Claim claim(Claimable row, long fence, Instant until) {
        return new Claim(new Work(WorkKey.parse(row.key()), row.dueAt()), fence, row.attempts() + 1, until);
    }

    private long newFence() {
        return NOT_CLAIMED + 1 + (fences.nextLong() >>> 2);
    }

    Optional<Instant> nextDue(Connection connection, TenantId tenant, Collection<WorkLane> lanes) throws SQLException {
        String earliest = "SELECT MIN(free_at) AS at FROM " + table + " WHERE tenant = ? AND lane = ?";
        List<Optional<Instant>> found = Sql.list(
                connection,
                String.join(" UNION ALL ", Collections.nCopies(lanes.size(), earliest)),
                p -> {
                    for (WorkLane lane : lanes) {
                        p.text(tenant.value()).text(lane.name());
                    }
                },
                row -> row.optionalAt("at"));
        return found.stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /**
     * Brings the work into the state that a commit leaves it in. All rows are locked first and in one order, so what is
     * found does not change any more and two commits never wait for each other.
     *
     * @return whether the claims of the work results hold; nothing is changed if one does not
     */
    boolean apply(Connection connection, Changes changes) throws SQLException {
        SortedMap<String, Optional<Planned>> wanted = new TreeMap<>();
        changes.workResults().forEach(result -> after(result).ifPresent(a -> wanted.put(key(result), a)));
        changes.cancelled().forEach(key -> wanted.put(key.text(), Optional.empty()));
        changes.scheduled().forEach(work -> wanted.put(work.key().text(), Optional.of(Planned.of(work))));

        SortedSet<String> touched = new TreeSet<>(wanted.keySet());
        changes.workResults().forEach(result -> touched.add(key(result)));
        changes.scheduledIfAbsent().forEach(work -> touched.add(work.key().text()));
        Map<String, Long> fencesByKey = lock(connection, changes.tenant(), List.copyOf(touched));
        boolean holds = changes.workResults().stream()
                .allMatch(result -> Long.valueOf(result.claim().fence()).equals(fencesByKey.get(key(result))));
        if (holds) {
            renew(connection, changes);
            changes.scheduledIfAbsent().forEach(work -> addIfAbsent(work, wanted, fencesByKey));
            write(connection, changes.tenant(), wanted, fencesByKey);
        }
        return holds;
    }

    private static String key(WorkResult result) {
        return result.claim().work().key().text();
    }

    /** What is there and stays there is locked, so nobody can finish it before this commit has ended. */
    private static void addIfAbsent(Work work, Map<String, Optional<Planned>> wanted, Map<String, Long> there) {
        String key = work.key().text();
        boolean stays = wanted.containsKey(key) ? wanted.get(key).isPresent() : there.containsKey(key);
        if (!stays) {
            wanted.put(key, Optional.of(Planned.of(work)));
        }
    }

    private void renew(Connection connection, Changes changes) throws SQLException {
        List<WorkResult.Underway> underway = changes.workResults().stream()
                .filter(WorkResult.Underway.class::isInstance)
                .map(WorkResult.Underway.class::cast)
                .toList();
        Sql.batch(
                connection,
                "UPDATE " + table + " SET free_at = ? WHERE tenant = ? AND work_key = ?",
                underway,
                (p, u) -> p.at(u.until()).text(changes.tenant().value()).text(key(u)));
    }

    /** What its row is to be; empty if it only stays claimed. */
    private static Optional<Optional<Planned>> after(WorkResult result) {
        WorkKey key = result.claim().work().key();
        if (result instanceof WorkResult.PutOff putOff) {
            return Optional.of(Optional.of(Planned.of(new Work(key, putOff.at()))));
        } else if (result instanceof WorkResult.Retry retry) {
            Work again = new Work(key, retry.at());
            return Optional.of(
                    Optional.of(new Planned(key.text(), again, retry.claim().attempt())));
        } else if (result instanceof WorkResult.Underway) {
            return Optional.empty();
        }
        return Optional.of(Optional.empty());
    }

    private Map<String, Long> lock(Connection connection, TenantId tenant, List<String> keys) throws SQLException {
        Map<String, Long> found = new HashMap<>();
        for (List<String> some : Sql.chunks(keys)) {
            Keys<String> asked = Keys.of(dialect, tenant, some);
            String sql = "SELECT work_key, fence FROM " + table + " WHERE " + asked.in("work_key")
                    + " ORDER BY work_key FOR UPDATE";
            Sql.list(connection, sql, asked::bind, row -> Map.entry(row.text("work_key"), row.number("fence")))
                    .forEach(e -> found.put(e.getKey(), e.getValue()));
        }
        return found;
    }

    private void write(
            Connection connection, TenantId tenant, Map<String, Optional<Planned>> wanted, Map<String, Long> there)
            throws SQLException {
        List<String> gone = new ArrayList<>();
        List<Planned> replaced = new ArrayList<>();
        List<Planned> added = new ArrayList<>();
        wanted.forEach((key, planned) -> {
            if (planned.isPresent()) {
                (there.containsKey(key) ? replaced : added).add(planned.get());
            } else if (there.containsKey(key)) {
                gone.add(key);
            }
        });
        Sql.batch(
                connection,
                "DELETE FROM " + table + " WHERE tenant = ? AND work_key = ?",
                gone,
                (p, key) -> p.text(tenant.value()).text(key));
        Sql.batch(
                connection,
                "UPDATE " + table
                        + " SET due_at = ?, free_at = ?, fence = ?, attempts = ? WHERE tenant = ? AND work_key = ?",
                replaced,
                (p, w) -> p.at(w.work().dueAt())
                        .at(w.work().dueAt())
                        .number(NOT_CLAIMED)
                        .number(w.attempts())
                        .text(tenant.value())
                        .text(w.key()));
        insert(connection, tenant, added);
    }

    /** Schedules work unless work with its key is there. */
    void addIfAbsent(Connection connection, TenantId tenant, Work work) throws SQLException {
        if (lock(connection, tenant, List.of(work.key().text())).isEmpty()) {
            insert(connection, tenant, List.of(Planned.of(work)));
        }
    }

    private void insert(Connection connection, TenantId tenant, List<Planned> added) throws SQLException {
        try {
            Sql.batch(
                    connection,
                    "INSERT INTO " + table + " (tenant, work_key, lane, due_at, free_at, fence, attempts) VALUES ("
                            + Sql.marks(7) + ")",
                    added,
                    (p, w) -> p.text(tenant.value())
                            .text(w.key())
                            .text(w.work().key().lane().name())
                            .at(w.work().dueAt())
                            .at(w.work().dueAt())
                            .number(NOT_CLAIMED)
                            .number(w.attempts()));
        } catch (SQLException e) {
            throw dialect.isDuplicateKey(e) ? new LostRaceException(e) : e;
        }
    }
}
