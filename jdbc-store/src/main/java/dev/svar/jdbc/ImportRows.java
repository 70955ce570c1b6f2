package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** How far imports have come. */
final class ImportRows {
    private final Sql db;
    private final String table;

    ImportRows(Dialect dialect, String prefix) {
        this.db = new Sql(dialect);
        this.table = prefix + "import";
    }

    /** All up to this line is stored, which is a checkpoint with this digest. */
    record Progress(long line, String digest) {
        static final Progress NONE = new Progress(0, "");
    }

    Optional<Progress> find(Connection connection, TenantId tenant) throws SQLException {
        return db.first(
                connection,
                "SELECT line, digest FROM " + table + " WHERE tenant = ?",
                p -> p.text(tenant.value()),
                row -> new Progress(row.number("line"), row.text("digest")));
    }

    /** {@return whether the import was still where it is expected; a first step fails with a duplicate key if not} */
    boolean advance(Connection connection, TenantId tenant, Progress from, Progress to) throws SQLException {
        String sql = from.equals(Progress.NONE)
                ? "INSERT INTO " + table + " (line, digest, tenant) VALUES (?, ?, ?)"
                : "UPDATE " + table + " SET line = ?, digest = ? WHERE tenant = ? AND line = ? AND digest = ?";
        return db.update(connection, sql, p -> {
                    p.number(to.line()).text(to.digest()).text(tenant.value());
                    if (!from.equals(Progress.NONE)) {
                        p.number(from.line()).text(from.digest());
                    }
                })
                == 1;
    }
}
