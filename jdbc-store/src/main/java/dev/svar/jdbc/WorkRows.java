package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkLane;
import dev.svar.store.WorkResult;
import dev.svar.ticket.TicketId;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Due work and its claims. */
final class WorkRows {
    private static final long NOT_CLAIMED = 0;
    private static final long NOT_HELD = 0;
    private static final String CLAIM = " SET held_until = ?, fence = ?, attempts = attempts + 1 WHERE ";

    private static final String RESCHEDULED = " SET due_at = ?, held_until = ?, fence = ?, attempts = ?";
    private static final String HELD = " WHERE tenant = ? AND work_key = ? AND fence = ?";

    /**
     * The transaction ends without waiting for the disk (PostgreSQL). If the server crashes before the claim is there, the work
     * is free again and whoever held the claim is refused by the fence; what is committed under a claim takes it to the disk.
     */
    private static final String NOT_AWAITED = " AND (SELECT set_config('synchronous_commit', 'off', TRUE)) IS NOT NULL";

    /** Before all instants. PostgreSQL expects a third of the table below a bound that it does not know, few rows between two. */
    private static final long EVER = -Long.MAX_VALUE;

    /** How often the question for the earliest instant of a lane names the lane. */
    private static final int LANES_IN_EARLIEST = 3;

    /** More keys than these are deleted by one statement. */
    private static final int MAX_SINGLE = 8;

    private final Dialect dialect;
    private final Sql db;
    private final String table;
    private final SecureRandom fences = new SecureRandom();

    WorkRows(Dialect dialect, String prefix) {
        this.dialect = dialect;
        this.db = new Sql(dialect);
        this.table = prefix + "work";
    }

    /** A row that is claimed, for the how many-th time. */
    private record Claimable(String key, Instant dueAt, int attempt) {}

    /** A row that is to be there after a commit. */
    record Planned(String key, Work work, int attempts) {
        static Planned of(Work work) {
            return new Planned(work.key().text(), work, 0);
        }

        /** In the order of {@link #RESCHEDULED}. */
        Params bind(Params params) throws SQLException {
            return params.at(work.dueAt()).number(NOT_HELD).number(NOT_CLAIMED).number(attempts);
        }
    }

    /**
     * One fence for all that is claimed together: no other claim has it.
     *
     * @param own whether the transaction has nothing but this and ends with it
     */
    List<Claim> claim(
            Connection connection, boolean own, TenantId tenant, WorkLane lane, Instant now, Duration lease, int limit)
            throws SQLException {
        String free = " FROM " + dialect.byIndex(table, table + "_by_time")
                + " WHERE tenant = ? AND lane = ? AND due_at <= ? AND held_until <= ? ORDER BY due_at, work_key LIMIT ?"
                + " FOR UPDATE SKIP LOCKED";
        Sql.Binder wanted =
                p -> p.text(tenant.value()).text(lane.name()).at(now).at(now).number(limit);
        Instant until = Micros.cut(now.plus(lease));
        long fence = newFence();
        List<Claimable> claimed = dialect.updatesReturn()
                ? claimReturning(connection, own, free, wanted, until, fence)
                : claimFound(connection, tenant, free, wanted, until, fence);
        return claimed.stream()
                .map(row -> claim(row, fence, until))
                .sorted(Comparator.comparing(c -> c.work().dueAt()))
                .toList();
    }

    private List<Claimable> claimReturning(
            Connection connection, boolean own, String free, Sql.Binder wanted, Instant until, long fence)
            throws SQLException {
        return db.list(
                connection,
                "UPDATE " + table + CLAIM + "ctid = ANY (ARRAY(SELECT ctid" + free + "))" + (own ? NOT_AWAITED : "")
                        + " RETURNING work_key, due_at, attempts",
                p -> wanted.bind(p.at(until).number(fence)),
                row -> claimable(row, 0));
    }

    private List<Claimable> claimFound(
            Connection connection, TenantId tenant, String free, Sql.Binder wanted, Instant until, long fence)
            throws SQLException {
        List<Claimable> found =
                db.list(connection, "SELECT work_key, due_at, attempts" + free, wanted, row -> claimable(row, 1));
        for (List<Claimable> some : Sql.chunks(found)) {
            Keys<String> keys =
                    Keys.of(dialect, tenant, some.stream().map(Claimable::key).toList());
            db.update(
                    connection,
                    "UPDATE " + table + CLAIM + keys.in("work_key"),
                    p -> keys.bind(p.at(until).number(fence)));
        }
        return found;
    }

    private static Claimable claimable(Row row, int more) throws SQLException {
        return new Claimable(row.text("work_key"), row.at("due_at"), (int) row.number("attempts") + more);
    }

    private static Claim claim(Claimable row, long fence, Instant until) {
        return new Claim(new Work(WorkKey.parse(row.key()), row.dueAt()), fence, row.attempt(), until);
    }

    private long newFence() {
        return NOT_CLAIMED + 1 + (fences.nextLong() >>> 2);
    }

    /** Before the earliest work that is free, in the order of the index, there is only what is held, so no call looks far. */
    Optional<Instant> nextDue(Connection connection, TenantId tenant, Collection<WorkLane> lanes) throws SQLException {
        if (lanes.isEmpty()) {
            return Optional.empty();
        }
        String ofLane = " FROM " + dialect.byIndex(table, table + "_by_time") + " WHERE tenant = ? AND lane = ?";
        String free = "(SELECT due_at" + ofLane + " AND fence = " + NOT_CLAIMED + " ORDER BY due_at, work_key LIMIT 1)";
        String held = "SELECT MIN(held_until) AS at" + ofLane + " AND due_at > " + EVER + " AND due_at < COALESCE("
                + free + ", " + Long.MAX_VALUE + ")";
        String earliest = "SELECT " + free + " AS at UNION ALL " + held;
        List<Optional<Instant>> found = db.list(
                connection,
                String.join(" UNION ALL ", Collections.nCopies(lanes.size(), earliest)),
                p -> {
                    for (WorkLane lane : lanes) {
                        for (int times = 0; times < LANES_IN_EARLIEST; times++) {
                            p.text(tenant.value()).text(lane.name());
                        }
                    }
                },
                row -> row.optionalAt("at"));
        return found.stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /**
     * Brings the work into the state that a commit leaves it in. All rows are locked first and in one order, so what is
     * found does not change any more and two commits never wait for each other. Refused if a claim does not hold.
     */
    void apply(Script script, Changes changes) throws SQLException {
        if (isOnlyResults(changes)) {
            if (isManyDone(changes.workResults())) {
                end(script.connection(), changes);
            } else {
                changes.workResults().stream()
                        .sorted(Comparator.comparing(WorkRows::key))
                        .forEach(result -> settle(script, changes.tenant(), result));
            }
            return;
        }
        SortedMap<String, Optional<Planned>> wanted = new TreeMap<>();
        changes.workResults().forEach(result -> after(result).ifPresent(a -> wanted.put(key(result), a)));
        changes.cancelled().forEach(key -> wanted.put(key.text(), Optional.empty()));
        changes.scheduled().forEach(work -> wanted.put(work.key().text(), Optional.of(Planned.of(work))));

        SortedSet<String> touched = new TreeSet<>(wanted.keySet());
        changes.workResults().forEach(result -> touched.add(key(result)));
        changes.scheduledIfAbsent().forEach(work -> touched.add(work.key().text()));
        if (script.together()) {
            touched.removeAll(ofWhatIsNew(changes));
        }
        Map<String, Long> fencesByKey = lock(script.connection(), changes.tenant(), List.copyOf(touched));
        boolean holds = changes.workResults().stream()
                .allMatch(result -> Long.valueOf(result.claim().fence()).equals(fencesByKey.get(key(result))));
        if (!holds) {
            throw new RefusedException(CommitResult.CLAIM_LOST);
        }
        renew(script, changes);
        changes.scheduledIfAbsent().forEach(work -> addIfAbsent(work, wanted, fencesByKey));
        write(script, changes.tenant(), wanted, fencesByKey);
    }

    /** Whether the commit does nothing to work but what comes of claims; what has ended may be cancelled too. */
    private static boolean isOnlyResults(Changes changes) {
        Set<WorkKey> claimed = new HashSet<>();
        Set<WorkKey> done = new HashSet<>();
        for (WorkResult result : changes.workResults()) {
            claimed.add(result.claim().work().key());
            if (result instanceof WorkResult.Done) {
                done.add(result.claim().work().key());
            }
        }
        return !claimed.isEmpty()
                && claimed.size() == changes.workResults().size()
                && changes.scheduled().isEmpty()
                && changes.scheduledIfAbsent().isEmpty()
                && done.containsAll(changes.cancelled());
    }

    /** Whether all were claimed together and have ended, and are many. */
    private static boolean isManyDone(List<WorkResult> results) {
        return results.size() > MAX_SINGLE
                && results.stream().allMatch(WorkResult.Done.class::isInstance)
                && results.stream()
                                .map(result -> result.claim().fence())
                                .distinct()
                                .count()
                        == 1;
    }

    /** A statement that changes the row only while the claim holds. */
    private void settle(Script script, TenantId tenant, WorkResult result) {
        Optional<Optional<Planned>> after = after(result);
        if (result instanceof WorkResult.Underway underway) {
            script.add(
                    "UPDATE " + table + " SET held_until = ?" + HELD,
                    p -> bindHeld(p.at(underway.until()), tenant, result),
                    Demand.oneOr(CommitResult.CLAIM_LOST));
        } else if (after.flatMap(planned -> planned).isPresent()) {
            Planned planned = after.flatMap(there -> there).get();
            script.add(
                    "UPDATE " + table + RESCHEDULED + HELD,
                    p -> bindHeld(planned.bind(p), tenant, result),
                    Demand.oneOr(CommitResult.CLAIM_LOST));
        } else {
            script.add(
                    "DELETE FROM " + table + HELD,
                    p -> bindHeld(p, tenant, result),
                    Demand.oneOr(CommitResult.CLAIM_LOST));
        }
    }

    private static void bindHeld(Params params, TenantId tenant, WorkResult result) throws SQLException {
        params.text(tenant.value()).text(key(result)).number(result.claim().fence());
    }

    /** What is not there any more, or not under this fence, is what the count lacks. */
    private void end(Connection connection, Changes changes) throws SQLException {
        List<String> sorted =
                changes.workResults().stream().map(WorkRows::key).sorted().toList();
        long fence = changes.workResults().get(0).claim().fence();
        for (List<String> some : Sql.chunks(sorted)) {
            Keys<String> keys = Keys.of(dialect, changes.tenant(), some);
            int gone =
                    db.update(connection, "DELETE FROM " + table + " WHERE fence = ? AND " + keys.in("work_key"), p -> {
                        keys.bind(p.number(fence));
                    });
            if (gone != some.size()) {
                throw new RefusedException(CommitResult.CLAIM_LOST);
            }
        }
    }

    /** Work that cannot be there yet, since what it is about is not. */
    private static Set<String> ofWhatIsNew(Changes changes) {
        Set<TicketId> tickets = changes.tickets().stream()
                .filter(change -> change.expectedVersion() == 0)
                .map(change -> change.after().ticket().id())
                .collect(Collectors.toSet());
        Set<DeliveryId> deliveries =
                changes.newDeliveries().stream().map(Delivery::id).collect(Collectors.toSet());
        return Stream.concat(changes.scheduled().stream(), changes.scheduledIfAbsent().stream())
                .map(Work::key)
                .filter(key -> (key instanceof WorkKey.OfTicket work && tickets.contains(work.ticket()))
                        || (key instanceof WorkKey.Tell tell && tickets.contains(tell.ticket()))
                        || (key instanceof WorkKey.HandOver handOver && deliveries.contains(handOver.delivery())))
                .map(WorkKey::text)
                .collect(Collectors.toSet());
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

    private void renew(Script script, Changes changes) {
        List<WorkResult.Underway> underway = changes.workResults().stream()
                .filter(WorkResult.Underway.class::isInstance)
                .map(WorkResult.Underway.class::cast)
                .toList();
        script.addAll(
                "UPDATE " + table + " SET held_until = ? WHERE tenant = ? AND work_key = ?",
                underway,
                (p, u) -> p.at(u.until()).text(changes.tenant().value()).text(key(u)),
                Demand.NONE);
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
        } else if (result instanceof WorkResult.Unbegun unbegun) {
            Claim claim = unbegun.claim();
            return Optional.of(Optional.of(new Planned(key.text(), claim.work(), claim.attempt() - 1)));
        } else if (result instanceof WorkResult.Underway) {
            return Optional.empty();
        }
        return Optional.of(Optional.empty());
    }

    private Map<String, Long> lock(Connection connection, TenantId tenant, List<String> keys) throws SQLException {
        Map<String, Long> found = new HashMap<>();
        for (List<String> some : Sql.chunks(keys)) {
            Keys<String> asked = Keys.of(dialect, tenant, some);
            String sql = "SELECT work_key, fence FROM " + dialect.byPrimaryKey(table) + " WHERE " + asked.in("work_key")
                    + " ORDER BY work_key FOR UPDATE";
            db.list(connection, sql, asked::bind, row -> Map.entry(row.text("work_key"), row.number("fence")))
                    .forEach(e -> found.put(e.getKey(), e.getValue()));
        }
        return found;
    }

    private void write(Script script, TenantId tenant, Map<String, Optional<Planned>> wanted, Map<String, Long> there) {
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
        delete(script, tenant, gone);
        script.addAll(
                "UPDATE " + table + RESCHEDULED + " WHERE tenant = ? AND work_key = ?",
                replaced,
                (p, w) -> w.bind(p).text(tenant.value()).text(w.key()),
                Demand.NONE);
        insert(script, tenant, added);
    }

    private void delete(Script script, TenantId tenant, List<String> gone) {
        for (List<String> some : Sql.chunks(gone)) {
            if (some.size() > MAX_SINGLE) {
                Keys<String> keys = Keys.of(dialect, tenant, some);
                script.add("DELETE FROM " + table + " WHERE " + keys.in("work_key"), keys::bind, Demand.NONE);
            } else {
                script.addAll(
                        "DELETE FROM " + table + " WHERE tenant = ? AND work_key = ?",
                        some,
                        (p, key) -> p.text(tenant.value()).text(key),
                        Demand.NONE);
            }
        }
    }

    /** {@return whether there is work with this key, which then stays as it is until the transaction ends} */
    boolean lock(Connection connection, TenantId tenant, WorkKey key) throws SQLException {
        return !lock(connection, tenant, List.of(key.text())).isEmpty();
    }

    /** Schedules work whose key no other work has. */
    void add(Script script, TenantId tenant, Work work) {
        insert(script, tenant, List.of(Planned.of(work)));
    }

    void insert(Script script, TenantId tenant, List<Planned> added) {
        script.addAll(
                "INSERT INTO " + table + " (tenant, work_key, lane, due_at, held_until, fence, attempts) VALUES ("
                        + Sql.marks(7) + ")",
                added,
                (p, w) -> p.text(tenant.value())
                        .text(w.key())
                        .text(w.work().key().lane().name())
                        .at(w.work().dueAt())
                        .number(NOT_HELD)
                        .number(NOT_CLAIMED)
                        .number(w.attempts()),
                Demand.NONE);
    }
}
