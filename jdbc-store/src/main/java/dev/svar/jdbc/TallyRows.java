package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.store.Tally;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was counted: one row for each series and hour in which there was something. */
final class TallyRows {
    private final Dialect dialect;
    private final Sql db;
    private final String table;
    private final String insert;

    TallyRows(Dialect dialect, String prefix) {
        this.dialect = dialect;
        this.db = new Sql(dialect);
        this.table = prefix + "tally";
        this.insert = "INSERT INTO " + table + " (counted, tenant, series, at_hour) VALUES (?, ?, ?, ?)";
    }

    /** Adds to what is there. */
    void count(Connection connection, TenantId tenant, Collection<Tally> tallies) throws SQLException {
        String update =
                "UPDATE " + table + " SET counted = counted + ? WHERE tenant = ? AND series = ? AND at_hour = ?";
        SortedMap<String, SortedMap<Long, Long>> sums = new TreeMap<>();
        tallies.forEach(tally -> sums.computeIfAbsent(tally.series(), series -> new TreeMap<>())
                .merge(tally.hour(), tally.count(), Long::sum));
        for (Map.Entry<String, SortedMap<Long, Long>> series : sums.entrySet()) {
            for (Map.Entry<Long, Long> hour : series.getValue().entrySet()) {
                Tally sum = new Tally(series.getKey(), hour.getKey(), hour.getValue());
                if (db.update(connection, update, p -> bind(p, tenant, sum)) == 0) {
                    insert(connection, tenant, sum);
                }
            }
        }
    }

    /** Adds counts that are new, in one go. */
    void add(Script script, TenantId tenant, Collection<Tally> tallies) {
        script.addAll(insert, tallies, (p, tally) -> bind(p, tenant, tally), Demand.NONE);
    }

    private void insert(Connection connection, TenantId tenant, Tally tally) throws SQLException {
        try {
            db.update(connection, insert, p -> bind(p, tenant, tally));
        } catch (SQLException e) {
            throw dialect.isDuplicateKey(e) ? new LostRaceException(e) : e;
        }
    }

    private static void bind(Params params, TenantId tenant, Tally tally) throws SQLException {
        params.number(tally.count()).text(tenant.value()).text(tally.series()).number(tally.hour());
    }

    List<Tally> find(Connection connection, TenantId tenant, String series, long from, long until) throws SQLException {
        return db.list(
                connection,
                "SELECT at_hour, counted FROM " + table
                        + " WHERE tenant = ? AND series = ? AND at_hour >= ? AND at_hour < ? ORDER BY at_hour",
                p -> p.text(tenant.value()).text(series).number(from).number(until),
                row -> new Tally(series, row.number("at_hour"), row.number("counted")));
    }

    List<Tally> busiest(Connection connection, TenantId tenant, long from, long until, int limit) throws SQLException {
        return db.list(
                connection,
                "SELECT series, SUM(counted) AS total FROM " + table
                        + " WHERE tenant = ? AND at_hour >= ? AND at_hour < ?"
                        + " GROUP BY series HAVING SUM(counted) > 0 ORDER BY total DESC, series LIMIT ?",
                p -> p.text(tenant.value()).number(from).number(until).number(limit),
                row -> new Tally(row.text("series"), from, row.number("total")));
    }

    /** In the order in which other nodes do the same, so that they wait for each other at worst. */
    int drop(Connection connection, TenantId tenant, long before, int limit) throws SQLException {
        List<Tally> old = db.list(
                connection,
                "SELECT series, at_hour, counted FROM " + table
                        + " WHERE tenant = ? AND at_hour < ? ORDER BY at_hour, series LIMIT ?",
                p -> p.text(tenant.value()).number(before).number(limit),
                row -> new Tally(row.text("series"), row.number("at_hour"), row.number("counted")));
        db.batch(
                connection,
                "DELETE FROM " + table + " WHERE tenant = ? AND series = ? AND at_hour = ?",
                old,
                (p, tally) -> p.text(tenant.value()).text(tally.series()).number(tally.hour()));
        return old.size();
    }
}
