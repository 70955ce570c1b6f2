package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Whose turn is next in rotations. */
final class TurnRows {
    private final Dialect dialect;
    private final Sql db;
    private final String insert;
    private final String add;
    private final String update;
    private final String select;

    TurnRows(Dialect dialect, String prefix) {
        this.dialect = dialect;
        this.db = new Sql(dialect);
        this.insert = "INSERT INTO " + prefix + "rotation (tenant, name_digest, last_turn) VALUES (?, ?, 0)";
        this.add = "INSERT INTO " + prefix + "rotation (tenant, name_digest, last_turn) VALUES (?, ?, ?)";
        this.update =
                "UPDATE " + prefix + "rotation SET last_turn = last_turn + 1 WHERE tenant = ? AND name_digest = ?";
        this.select = "SELECT last_turn FROM " + prefix + "rotation WHERE tenant = ? AND name_digest = ?";
    }

    /** The update locks the row until the transaction ends, so nobody else reads the same turn. */
    long next(Connection connection, TenantId tenant, String rotation) throws SQLException {
        Sql.Binder key = p -> p.text(tenant.value()).text(Digest.of(rotation));
        if (db.update(connection, update, key) == 0) {
            insertFirst(connection, key);
        }
        return db.first(connection, select, key, row -> row.number("last_turn")).orElseThrow();
    }

    /** The last turn of the rotation whose name has this digest. */
    record Turn(String digest, long last) {}

    /** Adds rotations that are new, in one go. */
    void add(Script script, TenantId tenant, Collection<Turn> turns) {
        script.addAll(
                add,
                turns,
                (p, turn) -> p.text(tenant.value()).text(turn.digest()).number(turn.last()),
                Demand.NONE);
    }

    private void insertFirst(Connection connection, Sql.Binder key) throws SQLException {
        try {
            db.update(connection, insert, key);
        } catch (SQLException e) {
            throw dialect.isDuplicateKey(e) ? new LostRaceException(e) : e;
        }
    }
}
