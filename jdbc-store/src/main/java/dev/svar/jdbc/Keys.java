package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Several keys of one tenant in a condition. H2 uses both columns of an index for pairs only, and reads the whole tenant for
 * a tenant and a list; for the other products it is the other way round.
 */
record Keys<K>(Dialect dialect, TenantId tenant, List<K> keys, Sql.ItemBinder<K> binder) {
    static Keys<String> of(Dialect dialect, TenantId tenant, List<String> keys) {
        return new Keys<>(dialect, tenant, keys, Params::text);
    }

    static Keys<UUID> ofIds(Dialect dialect, TenantId tenant, List<UUID> ids) {
        return new Keys<>(dialect, tenant, ids, Params::id);
    }

    String in(String column) {
        return dialect.pairsInIndexes()
                ? "(tenant, " + column + ") IN (" + "(?, ?), ".repeat(keys.size() - 1) + "(?, ?))"
                : "tenant = ? AND " + column + " IN (" + Sql.marks(keys.size()) + ")";
    }

    void bind(Params params) throws SQLException {
        if (!dialect.pairsInIndexes()) {
            params.text(tenant.value());
        }
        for (K key : keys) {
            if (dialect.pairsInIndexes()) {
                params.text(tenant.value());
            }
            binder.bind(params, key);
        }
    }
}
