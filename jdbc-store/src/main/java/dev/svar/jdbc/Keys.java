package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Several keys of one tenant in a condition. PostgreSQL takes them as one array, so that the statement is the same however many
 * there are. H2 uses both columns of an index for pairs only, and reads the whole tenant for a tenant and a list; for MariaDB
 * and MySQL it is the other way round.
 */
record Keys<K>(Dialect dialect, TenantId tenant, List<K> keys, Form<K> form) {
    /** How keys are bound: one alone, all at once. */
    private record Form<K>(Sql.ItemBinder<K> one, Sql.ItemBinder<List<K>> all) {}

    private static final Form<String> TEXTS = new Form<>(Params::text, Params::textArray);
    private static final Form<UUID> IDS = new Form<>(Params::id, Params::idArray);

    static Keys<String> of(Dialect dialect, TenantId tenant, List<String> keys) {
        return new Keys<>(dialect, tenant, keys, TEXTS);
    }

    static Keys<UUID> ofIds(Dialect dialect, TenantId tenant, List<UUID> ids) {
        return new Keys<>(dialect, tenant, ids, IDS);
    }

    String in(String column) {
        if (dialect.takesArrays()) {
            return "tenant = ? AND " + column + " = ANY (?)";
        }
        return dialect.pairsInIndexes()
                ? "(tenant, " + column + ") IN (" + "(?, ?), ".repeat(keys.size() - 1) + "(?, ?))"
                : "tenant = ? AND " + column + " IN (" + Sql.marks(keys.size()) + ")";
    }

    void bind(Params params) throws SQLException {
        if (!dialect.pairsInIndexes()) {
            params.text(tenant.value());
        }
        if (dialect.takesArrays()) {
            form.all().bind(params, keys);
            return;
        }
        for (K key : keys) {
            if (dialect.pairsInIndexes()) {
                params.text(tenant.value());
            }
            form.one().bind(params, key);
        }
    }
}
