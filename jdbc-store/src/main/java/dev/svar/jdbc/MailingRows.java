package dev.svar.jdbc;

import dev.svar.announcement.Mailing;
import dev.svar.contact.TenantId;
import dev.svar.delivery.MailingId;
import dev.svar.store.CommitResult;
import dev.svar.store.MailingChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Mailings. */
final class MailingRows {
    private static final String AFTER = " AND (created_at < ? OR (created_at = ? AND id < ?))";

    private final Sql db;
    private final String table;

    MailingRows(Dialect dialect, String prefix) {
        this.db = new Sql(dialect);
        this.table = prefix + "mailing";
    }

    /** Adds and changes mailings; refused if one is known or not at its expected version. */
    void apply(Script script, TenantId tenant, Collection<MailingChange> changes) {
        List<MailingChange> sorted = changes.stream()
                .sorted(Comparator.comparing(c -> c.after().id().value()))
                .toList();
        script.addAll(
                "UPDATE " + table + " SET version = ?, state = ? WHERE tenant = ? AND id = ? AND version = ?",
                sorted.stream().filter(c -> c.expectedVersion() > 0).toList(),
                (p, c) -> p.number(c.after().version())
                        .json(MailingJson.write(c.after()))
                        .text(tenant.value())
                        .id(c.after().id().value())
                        .number(c.expectedVersion()),
                Demand.oneOr(CommitResult.STALE));
        script.addAll(
                "INSERT INTO " + table + " (tenant, id, version, created_at, state) VALUES (?, ?, ?, ?, ?)",
                sorted.stream().filter(c -> c.expectedVersion() == 0).toList(),
                (p, c) -> p.text(tenant.value())
                        .id(c.after().id().value())
                        .number(c.after().version())
                        .at(c.after().createdAt())
                        .json(MailingJson.write(c.after())),
                Demand.newOr(CommitResult.STALE));
    }

    Optional<Mailing> find(Connection connection, TenantId tenant, MailingId id) throws SQLException {
        return db.first(
                connection,
                "SELECT id, state FROM " + table + " WHERE tenant = ? AND id = ?",
                p -> p.text(tenant.value()).id(id.value()),
                row -> read(tenant, row));
    }

    List<Mailing> list(Connection connection, TenantId tenant, Optional<Mailing> after, int limit) throws SQLException {
        return db.list(
                connection,
                "SELECT id, state FROM " + table + " WHERE tenant = ?" + (after.isPresent() ? AFTER : "")
                        + " ORDER BY created_at DESC, id DESC LIMIT ?",
                p -> {
                    p.text(tenant.value());
                    if (after.isPresent()) {
                        p.at(after.get().createdAt())
                                .at(after.get().createdAt())
                                .id(after.get().id().value());
                    }
                    p.number(limit);
                },
                row -> read(tenant, row));
    }

    private static Mailing read(TenantId tenant, Row row) throws SQLException {
        return MailingJson.read(tenant, new MailingId(row.id("id")), row.json("state"));
    }
}
