package dev.svar.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The floor of deliveries: plain JDBC on Svar's own tables claims twenty, reads each, and in one round trip and one transaction
 * says what became of the one before and that this one begins. Nothing is parsed, asked or sent.
 */
final class RawDeliveries implements DueContender {
    private static final int BATCH = 20;
    private static final long LEASE_MICROS = 600_000_000;
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final String CLAIM = "UPDATE svar_work SET held_until = ?, fence = ?, attempts = attempts + 1"
            + " WHERE ctid = ANY (ARRAY(SELECT ctid FROM svar_work WHERE tenant = 'default' AND lane = 'hand-over/mail'"
            + " AND due_at <= ? AND held_until <= ? ORDER BY due_at, work_key LIMIT " + BATCH
            + " FOR UPDATE SKIP LOCKED)) RETURNING work_key";
    private static final String READ = "SELECT * FROM svar_delivery WHERE tenant = 'default' AND id = ?";
    private static final String MOVE = "UPDATE svar_delivery SET state = ?, attempts = 1, code = '', detail = '',"
            + " reference = NULL, resends = NULL, updated_at = ? WHERE tenant = 'default' AND id = ? AND state = ?";
    private static final String BEGIN =
            MOVE + "; UPDATE svar_work SET held_until = ? WHERE tenant = 'default' AND work_key = ? AND fence = ?";
    private static final String END =
            MOVE + "; DELETE FROM svar_work WHERE tenant = 'default' AND work_key = ? AND fence = ?";
    private static final AtomicLong FENCE = new AtomicLong(1_000_000);

    private final SpeedDatabase database;
    private final int threads;
    private final DueContender preparing;

    RawDeliveries(SpeedDatabase database, int threads, DueContender preparing) {
        this.database = database;
        this.threads = threads;
        this.preparing = preparing;
    }

    @Override
    public String name() {
        return "d2: floor of deliveries, " + threads + (threads == 1 ? " thread" : " threads");
    }

    @Override
    public void prepare(int due, int pending) throws SQLException {
        preparing.prepare(due, pending);
    }

    @Override
    public int run() throws Exception {
        return complete(database, threads, SvarDue.NOW.getEpochSecond() * 1_000_000);
    }

    /** Completes all that is due by then. */
    static int complete(SpeedDatabase database, int threads, long now) throws Exception {
        return Crew.of(threads, () -> {
            try (Connection connection = database.source().getConnection()) {
                connection.setAutoCommit(true);
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

    private record Claimed(String key, UUID delivery, long fence) {}

    private static int batch(Connection connection, long now) throws SQLException {
        List<Claimed> claimed = claimed(connection, now);
        Optional<Claimed> last = Optional.empty();
        for (Claimed one : claimed) {
            read(connection, one.delivery());
            write(connection, last, Optional.of(one), now);
            last = Optional.of(one);
        }
        if (last.isPresent()) {
            write(connection, last, Optional.empty(), now);
        }
        return claimed.size();
    }

    private static List<Claimed> claimed(Connection connection, long now) throws SQLException {
        long fence = FENCE.incrementAndGet();
        List<Claimed> claimed = new ArrayList<>();
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setLong(1, now + LEASE_MICROS);
            claim.setLong(2, fence);
            claim.setLong(3, now);
            claim.setLong(4, now);
            try (ResultSet rows = claim.executeQuery()) {
                while (rows.next()) {
                    Matcher id = ID.matcher(rows.getString(1));
                    if (id.find()) {
                        claimed.add(new Claimed(rows.getString(1), UUID.fromString(id.group()), fence));
                    }
                }
            }
        }
        return claimed;
    }

    private static void read(Connection connection, UUID delivery) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setObject(1, delivery);
            try (ResultSet rows = read.executeQuery()) {
                if (!rows.next() || rows.getString("message").isEmpty()) {
                    throw new IllegalStateException("there is no delivery " + delivery);
                }
            }
        }
    }

    private static void write(Connection connection, Optional<Claimed> ended, Optional<Claimed> begun, long now)
            throws SQLException {
        String sql = ended.isEmpty() ? BEGIN : begun.isEmpty() ? END : END + "; " + BEGIN;
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            int at = 1;
            if (ended.isPresent()) {
                at = move(write, at, "ACCEPTED", ended.get().delivery(), "CLAIMED", now);
                write.setString(at++, ended.get().key());
                write.setLong(at++, ended.get().fence());
            }
            if (begun.isPresent()) {
                at = move(write, at, "CLAIMED", begun.get().delivery(), "PLANNED", now);
                write.setLong(at++, now + LEASE_MICROS);
                write.setString(at++, begun.get().key());
                write.setLong(at, begun.get().fence());
            }
            write.execute();
        }
    }

    private static int move(PreparedStatement write, int from, String to, UUID delivery, String expected, long now)
            throws SQLException {
        int at = from;
        write.setString(at++, to);
        write.setLong(at++, now);
        write.setObject(at++, delivery);
        write.setString(at++, expected);
        return at;
    }
}
