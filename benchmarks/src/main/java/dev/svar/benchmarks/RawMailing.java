package dev.svar.benchmarks;

import dev.svar.HelpDesk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.UUID;

/**
 * The floor of a mailing: plain JDBC on Svar's own tables inserts deliveries and their work as long as Svar's, five hundred in a
 * transaction that also looks for them and says how far it came, and then completes them as {@link RawDeliveries} does.
 */
final class RawMailing implements DueContender {
    private static final int BATCH = 500;
    private static final String KNOWN = "SELECT id FROM svar_delivery WHERE tenant = 'default' AND id = ANY (?)";
    private static final String DELIVERIES =
            "INSERT INTO svar_delivery (tenant, message_digest, id, ticket, mailing, kind, reason,"
                    + " message, state, attempts, code, detail, planned_at, updated_at)"
                    + " VALUES ('default', ?, ?, NULL, ?, ?, ?, ?, 'PLANNED', 0, '', '', ?, ?)";
    private static final String WORK =
            "INSERT INTO svar_work (tenant, work_key, lane, due_at, held_until, fence, attempts)"
                    + " VALUES ('default', ?, 'hand-over/mail', ?, 0, 0, 0)";
    private static final String PROGRESS =
            "UPDATE svar_mailing SET version = version + 1, state = state || ' ' WHERE tenant = 'default' AND id = ?";

    private final SpeedDatabase database;
    private final SvarMailing like;
    private final int threads;
    private Seed seed = new Seed(new UUID(0, 0), new UUID(0, 0), "", "", "", "");
    private int due;

    RawMailing(SpeedDatabase database, SvarMailing like, int threads) {
        this.database = database;
        this.like = like;
        this.threads = threads;
    }

    private record Seed(UUID id, UUID mailing, String kind, String reason, String message, String work) {}

    @Override
    public String name() {
        return "d3: floor of a mailing, " + threads + (threads == 1 ? " thread" : " threads");
    }

    /** What Svar plans for one recipient is what is written for each. */
    @Override
    public void prepare(int wanted, int pending) throws SQLException {
        like.clear();
        HelpDesk desk = like.desk(InstantSource.fixed(SvarDue.NOW));
        SvarMailing.start(desk, 1);
        desk.runDue(1);
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT d.id, mailing, kind, reason, message, work_key"
                        + " FROM svar_delivery d JOIN svar_work w ON w.work_key LIKE '%' || d.id || '%'")) {
            row.next();
            seed = new Seed(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6));
        }
        new SvarRows(database).clear();
        due = wanted;
    }

    @Override
    public int run() throws Exception {
        long now = SvarDue.NOW.getEpochSecond() * 1_000_000;
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            for (int from = 0; from < due; from += BATCH) {
                plan(connection, from, Math.min(from + BATCH, due), now);
            }
        }
        return RawDeliveries.complete(database, threads, now);
    }

    private void plan(Connection connection, int from, int to, long now) throws SQLException {
        UUID[] ids = new UUID[to - from];
        for (int i = from; i < to; i++) {
            ids[i - from] = UUID.randomUUID();
        }
        try (PreparedStatement known = connection.prepareStatement(KNOWN);
                PreparedStatement deliveries = connection.prepareStatement(DELIVERIES);
                PreparedStatement work = connection.prepareStatement(WORK);
                PreparedStatement progress = connection.prepareStatement(PROGRESS)) {
            known.setArray(1, connection.createArrayOf("uuid", ids));
            known.executeQuery().close();
            for (UUID id : ids) {
                String text = id.toString();
                String digits = text.replace("-", "");
                deliveries.setString(1, digits + digits);
                deliveries.setObject(2, id);
                deliveries.setObject(3, seed.mailing());
                deliveries.setString(4, seed.kind());
                deliveries.setString(5, seed.reason());
                deliveries.setString(6, seed.message().replace(seed.id().toString(), text));
                deliveries.setLong(7, now);
                deliveries.setLong(8, now);
                deliveries.addBatch();
                work.setString(1, seed.work().replace(seed.id().toString(), text));
                work.setLong(2, now);
                work.addBatch();
            }
            deliveries.executeBatch();
            work.executeBatch();
            progress.setObject(1, seed.mailing());
            progress.executeUpdate();
            connection.commit();
        }
    }
}
