package dev.svar.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The floor of breaches that change their tickets: in one transaction for a hundred of them, plain JDBC on Svar's own tables
 * takes the work away, reads the tickets, updates each and writes an event. What is written is as long as what Svar writes,
 * but nothing is parsed, decided or rendered.
 */
final class RawBreaches implements DueContender {
    private static final int BATCH = 100;
    private static final int KEY_BEGIN = "reach-level/".length();
    private static final int ID_LENGTH = 36;
    private static final String TAKE = "DELETE FROM svar_work WHERE tenant = 'default' AND work_key = ANY (ARRAY("
            + "SELECT work_key FROM svar_work WHERE tenant = 'default' AND lane = 'tickets' AND due_at <= ?"
            + " ORDER BY due_at LIMIT " + BATCH + " FOR UPDATE SKIP LOCKED)) RETURNING work_key";
    private static final String READ =
            "SELECT id, version, state FROM svar_ticket WHERE tenant = 'default' AND id = ANY (?)";

    private final SpeedDatabase database;
    private final int threads;
    private final DueContender preparing;

    RawBreaches(SpeedDatabase database, int threads, DueContender preparing) {
        this.database = database;
        this.threads = threads;
        this.preparing = preparing;
    }

    @Override
    public String name() {
        return "c: floor of breaches, " + threads + (threads == 1 ? " thread" : " threads");
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
            try (PreparedStatement read = connection.prepareStatement(READ)) {
                read.setArray(1, connection.createArrayOf("uuid", tickets.toArray()));
                LateTicket.save(connection, LateTicket.found(read), now);
            }
        }
        connection.commit();
        return tickets.size();
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
}
