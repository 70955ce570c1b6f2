package dev.svar.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * How help desks commonly find what is late: a scheduled pass reads all late tickets and saves each, with its event, in a
 * transaction of its own. By plain JDBC with an index, so without what an object mapper costs. It has no claims: a second node
 * would do everything once more.
 */
final class SavedEach implements DueContender {
    private static final int MOST = 10_000;
    private static final String LATE = "SELECT id, version, state FROM svar_ticket WHERE tenant = 'default'"
            + " AND status_category = 'NEW' AND next_due <= ?";

    private final SpeedDatabase database;
    private final DueContender preparing;

    SavedEach(SpeedDatabase database, DueContender preparing) {
        this.database = database;
        this.preparing = preparing;
    }

    @Override
    public String name() {
        return "c: all late tickets read, each saved, 1 thread";
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public void prepare(int due, int pending) throws SQLException {
        preparing.prepare(due, pending);
    }

    @Override
    public int run() throws SQLException {
        long now = SvarDue.NOW.getEpochSecond() * 1_000_000;
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            List<LateTicket> late = late(connection, now);
            for (LateTicket ticket : late) {
                LateTicket.save(connection, List.of(ticket), now);
                connection.commit();
            }
            return late.size();
        }
    }

    private static List<LateTicket> late(Connection connection, long now) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(LATE)) {
            read.setLong(1, now);
            List<LateTicket> found = LateTicket.found(read);
            connection.commit();
            return found;
        }
    }
}
