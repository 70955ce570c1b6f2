package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import java.sql.SQLException;
import java.util.List;

/**
 * Several keys of one tenant in a condition. H2 uses both columns of an index for pairs only, and reads the whole tenant for
 * a tenant and a list; for the other products it is the other way round.
 */
record Keys(Dialect dialect, TenantId tenant, List<String> keys) {
    String in(String column) {
        return dialect.pairsInIndexes()
                ? "(tenant, " + column + ") IN (" + "(?, ?), ".repeat(keys.size() - 1) + "(?, ?))"
                : "tenant = ? AND " + column + " IN (" + Sql.marks(keys.size()) + ")";
    }

    void bind(Params params) throws SQLException {
        if (!dialect.pairsInIndexes()) {
            params.text(tenant.value()).texts(keys);
            return;
        }
        for (String key : keys) {
            params.text(tenant.value()).text(key);
        }
    }
}
