package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.store.CommitResult;
import dev.svar.store.MacroChange;
import dev.svar.store.MacroQuery;
import dev.svar.store.Page;
import dev.svar.template.Macro;
import dev.svar.template.MacroId;
import dev.svar.template.MacroScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Macros and canned responses. */
final class MacroRows {
    /** One at its expected version, and no other of its scope with its shortcut. */
    private static final Demand CURRENT = new Demand(Optional.of(CommitResult.STALE), Optional.of(CommitResult.STALE));

    private final Sql db;
    private final String table;

    MacroRows(Dialect dialect, String prefix) {
        this.db = new Sql(dialect);
        this.table = prefix + "macro";
    }

    /** Adds, changes and removes macros; refused if one is not at its expected version or a shortcut belongs to another. */
    void apply(Script script, TenantId tenant, Collection<MacroChange> changes) {
        List<MacroChange> sorted = changes.stream()
                .sorted(Comparator.comparing(c -> c.after().id().value()))
                .toList();
        script.addAll(
                "UPDATE " + table + " SET version = ?, scope = ?, shortcut = ?, place = ?, state = ?"
                        + " WHERE tenant = ? AND id = ? AND version = ?",
                sorted.stream()
                        .filter(c -> c.expectedVersion() > 0 && !c.gone())
                        .toList(),
                (p, c) -> bind(p, c.after())
                        .text(tenant.value())
                        .id(c.after().id().value())
                        .number(c.expectedVersion()),
                CURRENT);
        script.addAll(
                "INSERT INTO " + table + " (version, scope, shortcut, place, state, tenant, id) VALUES (" + Sql.marks(7)
                        + ")",
                sorted.stream().filter(c -> c.expectedVersion() == 0).toList(),
                (p, c) -> bind(p, c.after())
                        .text(tenant.value())
                        .id(c.after().id().value()),
                Demand.newOr(CommitResult.STALE));
        script.addAll(
                "DELETE FROM " + table + " WHERE tenant = ? AND id = ? AND version = ?",
                sorted.stream().filter(MacroChange::gone).toList(),
                (p, c) -> p.text(tenant.value()).id(c.after().id().value()).number(c.expectedVersion()),
                Demand.oneOr(CommitResult.STALE));
    }

    private static Params bind(Params params, Macro macro) throws SQLException {
        return params.number(macro.version())
                .text(scope(macro.scope()))
                .text(macro.shortcut())
                .text(MacroQuery.namePlace(macro))
                .json(MacroJson.macro(macro));
    }

    private static String scope(MacroScope scope) {
        return Digest.of(scope.key());
    }

    Optional<Macro> find(Connection connection, TenantId tenant, MacroId id) throws SQLException {
        return db.first(
                connection,
                "SELECT id, state FROM " + table + " WHERE tenant = ? AND id = ?",
                p -> p.text(tenant.value()).id(id.value()),
                MacroRows::read);
    }

    Optional<Macro> find(Connection connection, TenantId tenant, MacroScope scope, String shortcut)
            throws SQLException {
        return db.first(
                connection,
                "SELECT id, state FROM " + table + " WHERE tenant = ? AND scope = ? AND shortcut = ?",
                p -> p.text(tenant.value()).text(scope(scope)).text(shortcut),
                MacroRows::read);
    }

    /** One macro more than the page holds tells whether there is another page. */
    Page<Macro> page(Connection connection, TenantId tenant, MacroQuery query) throws SQLException {
        int wanted = query.limit() + 1;
        String column = query.by() == MacroQuery.By.NAME ? "place" : "shortcut";
        boolean later = query.cursor().isPresent();
        List<Macro> found = db.list(
                connection,
                "SELECT id, state FROM " + table + " WHERE tenant = ? AND scope = ? AND " + column
                        + (later ? " > ?" : " >= ?") + " AND " + column + " < ? ORDER BY " + column + " LIMIT ?",
                p -> p.text(tenant.value())
                        .text(scope(query.scope()))
                        .text(query.cursor().orElse(query.first()))
                        .text(query.end())
                        .number(wanted),
                MacroRows::read);
        if (found.size() < wanted) {
            return new Page<>(found, Optional.empty());
        }
        List<Macro> items = found.subList(0, query.limit());
        return new Page<>(items, Optional.of(query.place(items.get(items.size() - 1))));
    }

    private static Macro read(Row row) throws SQLException {
        return MacroJson.macro(new MacroId(row.id("id")), row.json("state"));
    }
}
