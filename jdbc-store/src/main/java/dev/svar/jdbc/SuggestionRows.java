package dev.svar.jdbc;

import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.knowledge.Suggestion;
import dev.svar.knowledge.SuggestionId;
import dev.svar.store.CommitResult;
import dev.svar.store.SuggestionChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Questions for which articles were suggested. */
final class SuggestionRows {
    private static final String AFTER = " AND (asked_at > ? OR (asked_at = ? AND id > ?))";

    private final Sql db;
    private final String table;

    SuggestionRows(Dialect dialect, String prefix) {
        this.db = new Sql(dialect);
        this.table = prefix + "suggestion";
    }

    /** Adds and changes questions; refused if one is known or not at its expected version. */
    void apply(Script script, TenantId tenant, Collection<SuggestionChange> changes) {
        List<SuggestionChange> sorted = changes.stream()
                .sorted(Comparator.comparing(c -> c.after().id().value()))
                .toList();
        script.addAll(
                "UPDATE " + table
                        + " SET version = ?, contact = ?, state = ? WHERE tenant = ? AND id = ? AND version = ?",
                sorted.stream().filter(c -> c.expectedVersion() > 0).toList(),
                (p, c) -> bind(p, tenant, c.after()).number(c.expectedVersion()),
                Demand.oneOr(CommitResult.STALE));
        script.addAll(
                "INSERT INTO " + table + " (version, contact, state, tenant, id, asked_at) VALUES (?, ?, ?, ?, ?, ?)",
                sorted.stream().filter(c -> c.expectedVersion() == 0).toList(),
                (p, c) -> bind(p, tenant, c.after()).at(c.after().askedAt()),
                Demand.newOr(CommitResult.STALE));
    }

    private static Params bind(Params params, TenantId tenant, Suggestion suggestion) throws SQLException {
        return params.number(suggestion.version())
                .id(suggestion.by().map(ContactId::value))
                .json(SuggestionJson.write(suggestion))
                .text(tenant.value())
                .id(suggestion.id().value());
    }

    Optional<Suggestion> find(Connection connection, TenantId tenant, SuggestionId id) throws SQLException {
        return db.first(
                connection,
                "SELECT id, state FROM " + table + " WHERE tenant = ? AND id = ?",
                p -> p.text(tenant.value()).id(id.value()),
                row -> read(tenant, row));
    }

    List<Suggestion> list(
            Connection connection, TenantId tenant, Instant from, Instant to, Optional<Suggestion> after, int limit)
            throws SQLException {
        return db.list(
                connection,
                "SELECT id, state FROM " + table + " WHERE tenant = ? AND asked_at >= ? AND asked_at < ?"
                        + (after.isPresent() ? AFTER : "") + " ORDER BY asked_at, id LIMIT ?",
                p -> {
                    p.text(tenant.value())
                            .at(after.map(Suggestion::askedAt)
                                    .filter(at -> at.isAfter(from))
                                    .orElse(from))
                            .at(to);
                    if (after.isPresent()) {
                        p.at(after.get().askedAt())
                                .at(after.get().askedAt())
                                .id(after.get().id().value());
                    }
                    p.number(limit);
                },
                row -> read(tenant, row));
    }

    List<Suggestion> by(Connection connection, TenantId tenant, ContactId person, int limit) throws SQLException {
        return db.list(
                connection,
                "SELECT id, state FROM " + table + " WHERE tenant = ? AND contact = ? ORDER BY id LIMIT ?",
                p -> p.text(tenant.value()).id(person.value()).number(limit),
                row -> read(tenant, row));
    }

    /** In the order in which other nodes do the same, so that they wait for each other at worst. */
    int drop(Connection connection, TenantId tenant, Instant before, int limit) throws SQLException {
        List<UUID> old = db.list(
                connection,
                "SELECT id FROM " + table + " WHERE tenant = ? AND asked_at < ? ORDER BY asked_at, id LIMIT ?",
                p -> p.text(tenant.value()).at(before).number(limit),
                row -> row.id("id"));
        db.batch(
                connection,
                "DELETE FROM " + table + " WHERE tenant = ? AND id = ?",
                old,
                (p, id) -> p.text(tenant.value()).id(id));
        return old.size();
    }

    private static Suggestion read(TenantId tenant, Row row) throws SQLException {
        return SuggestionJson.read(tenant, new SuggestionId(row.id("id")), row.json("state"));
    }
}
