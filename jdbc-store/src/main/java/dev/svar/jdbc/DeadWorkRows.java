package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.store.Claim;
import dev.svar.store.DeadWork;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Work that is not tried any more. */
final class DeadWorkRows {
    /** The first condition is implied by the other and lets the index begin at the right place. */
    private static final String AFTER = " AND died_at >= ? AND (died_at > ? OR work_key > ?)";

    private final Sql db;
    private final String insert;
    private final String delete;
    private final String select;

    DeadWorkRows(Dialect dialect, String prefix) {
        this.db = new Sql(dialect);
        this.insert = "INSERT INTO " + prefix
                + "dead_work (tenant, work_key, due_at, died_at, attempts, error) VALUES (" + Sql.marks(6) + ")";
        this.delete = "DELETE FROM " + prefix + "dead_work WHERE tenant = ? AND work_key = ?";
        this.select = "SELECT work_key, due_at, died_at, attempts, error FROM " + prefix + "dead_work WHERE tenant = ?";
    }

    /** What dies again replaces its earlier death; the claim that it died under lets nobody else add it meanwhile. */
    void add(Script script, TenantId tenant, Collection<WorkResult> results) {
        List<WorkResult.Died> died = results.stream()
                .filter(WorkResult.Died.class::isInstance)
                .map(WorkResult.Died.class::cast)
                .toList();
        script.addAll(
                delete,
                died,
                (p, d) -> p.text(tenant.value()).text(d.claim().work().key().text()),
                Demand.NONE);
        insert(script, tenant, died.stream().map(DeadWorkRows::dead).toList());
    }

    private static DeadWork dead(WorkResult.Died died) {
        Claim claim = died.claim();
        return new DeadWork(claim.work(), claim.attempt(), died.error(), died.at());
    }

    void insert(Script script, TenantId tenant, Collection<DeadWork> dead) {
        script.addAll(
                insert,
                dead,
                (p, d) -> p.text(tenant.value())
                        .text(d.work().key().text())
                        .at(d.work().dueAt())
                        .at(d.diedAt())
                        .number(d.attempts())
                        .text(d.error()),
                Demand.NONE);
    }

    /** {@return whether it was there} */
    boolean remove(Connection connection, TenantId tenant, WorkKey key) throws SQLException {
        return db.update(connection, delete, p -> p.text(tenant.value()).text(key.text())) == 1;
    }

    List<DeadWork> list(Connection connection, TenantId tenant, Optional<DeadWork> after, int limit)
            throws SQLException {
        return db.list(
                connection,
                select + (after.isPresent() ? AFTER : "") + " ORDER BY died_at, work_key LIMIT ?",
                p -> {
                    p.text(tenant.value());
                    if (after.isPresent()) {
                        p.at(after.get().diedAt())
                                .at(after.get().diedAt())
                                .text(after.get().work().key().text());
                    }
                    p.number(limit);
                },
                row -> new DeadWork(
                        new Work(WorkKey.parse(row.text("work_key")), row.at("due_at")),
                        (int) row.number("attempts"),
                        row.text("error"),
                        row.at("died_at")));
    }
}
