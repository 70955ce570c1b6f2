package dev.svar.jdbc;

import dev.svar.announcement.Incident;
import dev.svar.announcement.IncidentId;
import dev.svar.announcement.IncidentState;
import dev.svar.contact.TenantId;
import dev.svar.store.CommitResult;
import dev.svar.store.IncidentChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Incidents. */
final class IncidentRows {
    private static final String AFTER = " AND (opened_at < ? OR (opened_at = ? AND id < ?))";

    private final Sql db;
    private final String table;

    IncidentRows(Dialect dialect, String prefix) {
        this.db = new Sql(dialect);
        this.table = prefix + "incident";
    }

    /** Adds and changes incidents; refused if one is known or not at its expected version. */
    void apply(Script script, TenantId tenant, Collection<IncidentChange> changes) {
        List<IncidentChange> sorted = changes.stream()
                .sorted(Comparator.comparing(c -> c.after().id().value()))
                .toList();
        script.addAll(
                "UPDATE " + table
                        + " SET version = ?, incident_state = ?, state = ? WHERE tenant = ? AND id = ? AND version = ?",
                sorted.stream().filter(c -> c.expectedVersion() > 0).toList(),
                (p, c) -> p.number(c.after().version())
                        .constant(c.after().state())
                        .json(IncidentJson.write(c.after()))
                        .text(tenant.value())
                        .id(c.after().id().value())
                        .number(c.expectedVersion()),
                Demand.oneOr(CommitResult.STALE));
        script.addAll(
                "INSERT INTO " + table
                        + " (tenant, id, version, incident_state, opened_at, state) VALUES (?, ?, ?, ?, ?, ?)",
                sorted.stream().filter(c -> c.expectedVersion() == 0).toList(),
                (p, c) -> p.text(tenant.value())
                        .id(c.after().id().value())
                        .number(c.after().version())
                        .constant(c.after().state())
                        .at(c.after().openedAt())
                        .json(IncidentJson.write(c.after())),
                Demand.newOr(CommitResult.STALE));
    }

    Optional<Incident> find(Connection connection, TenantId tenant, IncidentId id) throws SQLException {
        return db.first(
                connection,
                "SELECT id, state FROM " + table + " WHERE tenant = ? AND id = ?",
                p -> p.text(tenant.value()).id(id.value()),
                row -> read(tenant, row));
    }

    List<Incident> list(
            Connection connection, TenantId tenant, IncidentState state, Optional<Incident> after, int limit)
            throws SQLException {
        return db.list(
                connection,
                "SELECT id, state FROM " + table + " WHERE tenant = ? AND incident_state = ?"
                        + (after.isPresent() ? AFTER : "") + " ORDER BY opened_at DESC, id DESC LIMIT ?",
                p -> {
                    p.text(tenant.value()).constant(state);
                    if (after.isPresent()) {
                        p.at(after.get().openedAt())
                                .at(after.get().openedAt())
                                .id(after.get().id().value());
                    }
                    p.number(limit);
                },
                row -> read(tenant, row));
    }

    private static Incident read(TenantId tenant, Row row) throws SQLException {
        return IncidentJson.read(tenant, new IncidentId(row.id("id")), row.json("state"));
    }
}
