package dev.svar.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The floor of timers that change their tickets: in one transaction for a hundred of them, plain JDBC on Svar's own tables
 * takes the work away, reads the tickets, updates each and writes an event. What is written is as long as what Svar writes,
 * but nothing is parsed, decided or rendered.
 */
final class RawTimers implements DueContender {
    private static final int BATCH = 100;
    private static final int KEY_BEGIN = "reach-level/".length();
    private static final int ID_LENGTH = 36;
    private static final String TAKE = "DELETE FROM svar_work WHERE tenant = 'default' AND work_key = ANY (ARRAY("
            + "SELECT work_key FROM svar_work WHERE tenant = 'default' AND lane = 'tickets' AND free_at <= ?"
            + " ORDER BY free_at LIMIT " + BATCH + " FOR UPDATE SKIP LOCKED)) RETURNING work_key";
    private static final String READ =
            "SELECT id, version, state FROM svar_ticket WHERE tenant = 'default' AND id = ANY (?)";
    private static final String UPDATE = "UPDATE svar_ticket SET version = ?, updated_at = ?, state = ?"
            + " WHERE tenant = 'default' AND id = ? AND version = ?";
    private static final String EVENT = "INSERT INTO svar_event (tenant, ticket, sequence, happened_at, type, body)"
            + " VALUES ('default', ?, ?, ?, 'sla-warned', ?)";
    private static final String BODY =
            "{\"type\":\"sla-warned\",\"by\":\"rule:sla\",\"target\":\"RESOLUTION\",\"cycle\":1,"
                    + "\"due\":\"2026-12-02T05:00:00Z\"}";

    private final SpeedDatabase database;
    private final int threads;
    private final DueContender preparing;

    RawTimers(SpeedDatabase database, int threads, DueContender preparing) {
        this.database = database;
        this.threads = threads;
        this.preparing = preparing;
    }

    private record Row(UUID id, long version, String state) {}

    @Override
    public String name() {
        return "c2: floor of timers, " + threads + (threads == 1 ? " thread" : " threads");
    }

    @Override
    public void prepare(int due, int pending) throws SQLException {
        preparing.prepare(due, pending);
    }

    @Override
    public int run() throws Exception {
        long now = SvarDue.NOW.getEpochSecond() * 1_000_000;
        return Crew.of(threads, () -> {
            try (Connection connection = database.source().getConnection()) {
                connection.setAutoCommit(false);
                int all = 0;
                int done = batch(connection, now);
                while (done > 0) {
                    all += done;
                    done = batch(connection, now);
                }
                return all;
            }
        });
    }

    private static int batch(Connection connection, long now) throws SQLException {
        List<UUID> tickets = taken(connection, now);
        if (!tickets.isEmpty()) {
            List<Row> rows = rows(connection, tickets);
            try (PreparedStatement update = connection.prepareStatement(UPDATE);
                    PreparedStatement event = connection.prepareStatement(EVENT)) {
                for (Row row : rows) {
                    bind(update, row.version() + 1, now, row.state(), row.id(), row.version());
                    bind(event, row.id(), row.version() + 1, now, BODY);
                }
                update.executeBatch();
                event.executeBatch();
            }
        }
        connection.commit();
        return tickets.size();
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private static List<UUID> taken(Connection connection, long now) throws SQLException {
        List<UUID> tickets = new ArrayList<>();
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setLong(1, now);
            try (ResultSet rows = take.executeQuery()) {
                while (rows.next()) {
                    tickets.add(UUID.fromString(rows.getString(1).substring(KEY_BEGIN, KEY_BEGIN + ID_LENGTH)));
                }
            }
        }
        return tickets;
    }

    private static List<Row> rows(Connection connection, List<UUID> tickets) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setArray(1, connection.createArrayOf("uuid", tickets.toArray()));
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    found.add(new Row(rows.getObject(1, UUID.class), rows.getLong(2), rows.getString(3)));
                }
            }
        }
        return found;
    }
}
