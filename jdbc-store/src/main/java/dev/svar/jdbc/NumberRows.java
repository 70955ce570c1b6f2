package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The last ticket number of each tenant. */
final class NumberRows {
    private final Dialect dialect;
    private final Sql db;
    private final String insert;
    private final String update;
    private final String set;
    private final String select;

    NumberRows(Dialect dialect, String prefix) {
        this.dialect = dialect;
        this.db = new Sql(dialect);
        this.insert = "INSERT INTO " + prefix + "number (tenant, last_number) VALUES (?, 1)";
        this.update = "UPDATE " + prefix + "number SET last_number = last_number + 1 WHERE tenant = ?";
        this.set = "UPDATE " + prefix + "number SET last_number = ? WHERE tenant = ? AND last_number < ?";
        this.select = "SELECT last_number FROM " + prefix + "number WHERE tenant = ?";
    }

    /** A number in a transaction that is for it alone. */
    long nextAlone(Connection connection, TenantId tenant) throws SQLException {
        Optional<Long> next = dialect.updatesReturn() ? nextReturned(connection, tenant) : Optional.empty();
        return next.isPresent() ? next.get() : next(connection, tenant);
    }

    /**
     * In one round trip. The commit need not be on disk: a ticket that has the number is written after it, so whoever finds
     * the ticket after a crash finds the number given out.
     */
    private Optional<Long> nextReturned(Connection connection, TenantId tenant) throws SQLException {
        return db.firstAndCommit(
                connection,
                update + " RETURNING last_number, set_config('synchronous_commit', 'off', true)",
                p -> p.text(tenant.value()),
                row -> row.number("last_number"));
    }

    /** The update locks the row until the transaction ends, so nobody else reads the same number. */
    long next(Connection connection, TenantId tenant) throws SQLException {
        if (db.update(connection, update, p -> p.text(tenant.value())) == 0) {
            insertFirst(connection, tenant);
        }
        return db.first(connection, select, p -> p.text(tenant.value()), row -> row.number("last_number"))
                .orElseThrow();
    }

    /** Makes sure that no number up to this one is given out any more. */
    void raise(Connection connection, TenantId tenant, long last) throws SQLException {
        Optional<Long> known =
                db.first(connection, select, p -> p.text(tenant.value()), row -> row.number("last_number"));
        if (known.isEmpty()) {
            db.update(connection, insert, p -> p.text(tenant.value()));
        }
        if (known.isEmpty() || known.get() < last) {
            db.update(connection, set, p -> p.number(last).text(tenant.value()).number(last));
        }
    }

    private void insertFirst(Connection connection, TenantId tenant) throws SQLException {
        try {
            db.update(connection, insert, p -> p.text(tenant.value()));
        } catch (SQLException e) {
            throw dialect.isDuplicateKey(e) ? new LostRaceException(e) : e;
        }
    }
}
