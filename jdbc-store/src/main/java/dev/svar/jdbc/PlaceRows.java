package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/**
 * The last place that a change of an article got. Whoever takes one holds the row until the transaction ends, so that changes
 * are seen in the order of their places.
 */
final class PlaceRows {
    private final Dialect dialect;
    private final Sql db;
    private final String insert;
    private final String update;
    private final String select;

    PlaceRows(Dialect dialect, String prefix) {
        this.dialect = dialect;
        this.db = new Sql(dialect);
        this.insert = "INSERT INTO " + prefix + "article_place (tenant, last_place) VALUES (?, ?)";
        this.update = "UPDATE " + prefix + "article_place SET last_place = last_place + %d WHERE tenant = ?";
        this.select = "SELECT last_place FROM " + prefix + "article_place WHERE tenant = ?";
    }

    /** {@return the place before the first of those taken} */
    long take(Connection connection, TenantId tenant, int count) throws SQLException {
        String taking = String.format(Locale.ROOT, update, count);
        if (db.update(connection, taking, p -> p.text(tenant.value())) == 0) {
            insertFirst(connection, tenant, count);
        }
        long last = db.first(connection, select, p -> p.text(tenant.value()), row -> row.number("last_place"))
                .orElseThrow();
        return last - count;
    }

    private void insertFirst(Connection connection, TenantId tenant, int count) throws SQLException {
        try {
            db.update(connection, insert, p -> p.text(tenant.value()).number(count));
        } catch (SQLException e) {
            throw dialect.isDuplicateKey(e) ? new LostRaceException(e) : e;
        }
    }
}
