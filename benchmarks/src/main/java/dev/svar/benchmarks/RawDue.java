package dev.svar.benchmarks;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The floors: plain JDBC, a hundred timers at a time, on a table that has nothing but them. */
final class RawDue implements DueContender {
    private static final int BATCH = 100;
    private static final String FREE = "id = ANY (ARRAY(SELECT id FROM raw_timer WHERE free_at <= now()"
            + " ORDER BY free_at LIMIT " + BATCH + " FOR UPDATE SKIP LOCKED))";
    private static final String TAKE = "DELETE FROM raw_timer WHERE " + FREE + " RETURNING id, payload";
    private static final String LEASE = "UPDATE raw_timer SET free_at = now() + interval '10 minutes', fence = ? WHERE "
            + FREE + " RETURNING id, payload";
    private static final String CONFIRM = "DELETE FROM raw_timer WHERE fence = ? AND id = ANY (?)";

    private final SpeedDatabase database;
    private final String name;
    private final int threads;
    private final Batch batch;

    private RawDue(SpeedDatabase database, String name, int threads, Batch batch) {
        this.database = database;
        this.name = name;
        this.threads = threads;
        this.batch = batch;
    }

    @FunctionalInterface
    private interface Batch {
        int on(Connection connection) throws SQLException;
    }

    static List<DueContender> all(SpeedDatabase database) {
        List<DueContender> all = new ArrayList<>();
        for (int threads : new int[] {1, 4}) {
            all.add(new RawDue(database, "a: raw delete, " + threads + " threads", threads, RawDue::take));
            all.add(new RawDue(database, "b: raw lease and delete, " + threads + " threads", threads, RawDue::lease));
        }
        return all;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare(int due, int pending) throws SQLException {
        database.execute(
                "DROP TABLE IF EXISTS raw_timer",
                "CREATE TABLE raw_timer (id UUID PRIMARY KEY, free_at TIMESTAMPTZ NOT NULL, fence BIGINT NOT NULL,"
                        + " payload TEXT NOT NULL)",
                "INSERT INTO raw_timer SELECT gen_random_uuid(), now() - interval '1 hour' + i * interval '1 ms', 0,"
                        + " 'ticket ' || i FROM generate_series(1, " + due + ") i",
                "INSERT INTO raw_timer SELECT gen_random_uuid(), now() + interval '1 day' + i * interval '1 ms', 0,"
                        + " 'ticket ' || i FROM generate_series(1, " + pending + ") i",
                "CREATE INDEX raw_timer_by_time ON raw_timer (free_at)");
    }

    @Override
    public int run() throws Exception {
        return Crew.of(threads, () -> {
            try (Connection connection = database.source().getConnection()) {
                connection.setAutoCommit(false);
                int all = 0;
                int done = batch.on(connection);
                while (done > 0) {
                    all += done;
                    done = batch.on(connection);
                }
                return all;
            }
        });
    }

    private static int take(Connection connection) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            int done = ids(take).size();
            connection.commit();
            return done;
        }
    }

    private static int lease(Connection connection) throws SQLException {
        long fence = System.nanoTime();
        try (PreparedStatement lease = connection.prepareStatement(LEASE);
                PreparedStatement confirm = connection.prepareStatement(CONFIRM)) {
            lease.setLong(1, fence);
            List<UUID> ids = ids(lease);
            connection.commit();
            Array keys = connection.createArrayOf("uuid", ids.toArray());
            confirm.setLong(1, fence);
            confirm.setArray(2, keys);
            int done = confirm.executeUpdate();
            connection.commit();
            return done;
        }
    }

    private static List<UUID> ids(PreparedStatement statement) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject("id", UUID.class));
            }
        }
        return ids;
    }
}
