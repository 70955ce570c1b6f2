package dev.svar.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A row of a ticket whose promise is broken, and what writing that down takes: the ticket is updated, an event inserted. */
record LateTicket(UUID id, long version, String state) {
    private static final String UPDATE =
            "UPDATE svar_ticket SET version = ?, updated_at = ?, next_due = NULL, state = ?"
                    + " WHERE tenant = 'default' AND id = ? AND version = ?";
    private static final String EVENT = "INSERT INTO svar_event (tenant, ticket, sequence, happened_at, type, body)"
            + " VALUES ('default', ?, ?, ?, 'sla-breached', ?)";
    private static final String BODY =
            "{\"type\":\"sla-breached\",\"by\":\"rule:sla\",\"target\":\"RESOLUTION\",\"cycle\":1,"
                    + "\"due\":\"2026-12-01T08:00:00Z\",\"allowed\":\"PT79H\"}";

    /** The tickets that a statement finds, their id, version and state being its columns. */
    static List<LateTicket> found(PreparedStatement select) throws SQLException {
        List<LateTicket> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new LateTicket(rows.getObject(1, UUID.class), rows.getLong(2), rows.getString(3)));
            }
        }
        return found;
    }

    /** Two batches, of which the caller ends the transaction. */
    static void save(Connection connection, List<LateTicket> tickets, long now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE);
                PreparedStatement event = connection.prepareStatement(EVENT)) {
            for (LateTicket ticket : tickets) {
                long next = ticket.version() + 1;
                add(update, next, now, ticket.state(), ticket.id(), ticket.version());
                add(event, ticket.id(), next, now, BODY);
            }
            update.executeBatch();
            event.executeBatch();
        }
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
