package dev.svar.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Rows of Svar's tables that are copied from those that one opened ticket left, each with an id of its own. */
record SvarRows(SpeedDatabase database) {
    private static final List<String> TABLES = List.of("ticket", "delivery", "work");

    /** The copies of a ticket and of a delivery by their number. */
    static final String ID = "lpad(to_hex(i), 32, '0')::uuid";

    /** Keeps the rows of the only ticket that there is. */
    void keep() throws SQLException {
        for (String table : TABLES) {
            database.execute(
                    "DROP TABLE IF EXISTS seed_" + table,
                    "CREATE TABLE seed_" + table + " AS SELECT * FROM svar_" + table);
        }
    }

    void clear() throws SQLException {
        database.execute("TRUNCATE svar_ticket, svar_delivery, svar_event, svar_message, svar_work, svar_dead_work");
    }

    void tickets(int count) throws SQLException {
        database.execute(
                copy("ticket", "'id', " + ID + ", 'number', i, 'state', " + renamed("state", "s.id"), count),
                copy("work", "'work_key', " + renamed("work_key", "(SELECT id FROM seed_ticket)"), count));
    }

    /** Of one ticket. */
    void deliveries(int count) throws SQLException {
        database.execute(
                "INSERT INTO svar_ticket SELECT * FROM seed_ticket",
                copy("delivery", "'id', " + ID, count),
                copy(
                        "work",
                        "'work_key', " + renamed("work_key", "(SELECT id FROM seed_delivery)"),
                        count,
                        "s.lane LIKE 'hand-over%'"));
    }

    /** Work of tickets that there are not, which is due or not. */
    void work(int count, String lane, long dueAt) throws SQLException {
        database.execute("INSERT INTO svar_work SELECT 'default', 'wake/' || gen_random_uuid(), '" + lane + "', "
                + dueAt + " + i, 0, 0, 0 FROM generate_series(1, " + count + ") i");
    }

    private String copy(String table, String changed, int count) throws SQLException {
        return copy(table, changed, count, "true");
    }

    private String copy(String table, String changed, int count, String which) throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            String columns = String.join(", ", WrittenColumns.of(connection, "svar_" + table));
            return "INSERT INTO svar_" + table + " (" + columns + ") SELECT " + columns
                    + " FROM (SELECT (jsonb_populate_record(s, jsonb_build_object(" + changed
                    + "))).* FROM generate_series(1, " + count + ") i CROSS JOIN seed_" + table + " s WHERE " + which
                    + ") copies";
        }
    }

    private static String renamed(String column, String id) {
        return "replace(s." + column + ", " + id + "::text, " + ID + "::text)";
    }
}
