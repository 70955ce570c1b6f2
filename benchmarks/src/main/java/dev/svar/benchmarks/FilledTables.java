package dev.svar.benchmarks;

import dev.svar.HelpDesk;
import dev.svar.contact.AgentId;
import dev.svar.store.TicketState;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Tickets by the hundred thousand, multiplied inside the database from two that a desk wrote: one that is new and one that is
 * solved. Each has an id and a number of its own and was opened a second after the one before; all are one customer's. The
 * tables of events and messages stay empty, for no list of tickets reads them.
 */
final class FilledTables {
    private static final long FIRST_SECOND = 1_767_225_600;
    private static final long VERSION = 0x7000;

    /** The first numbers are those of the two that were copied. */
    private static final int OFFSET = 10;

    private final DataSource source;
    private final String table;
    private final Ticket fresh;
    private final Ticket solved;

    FilledTables(DataSource source, String prefix, HelpDesk desk) {
        this.source = source;
        this.table = prefix + "ticket";
        this.fresh = desk.open(PostedDesk.request());
        TicketId done = desk.open(PostedDesk.request()).id();
        desk.solve(done, new AgentId("ola"));
        this.solved = desk.find(done).map(TicketState::ticket).orElseThrow();
    }

    /** The id of the ticket with the given place. */
    static TicketId id(int place) {
        return new TicketId(new UUID(((long) place << 16) | VERSION, Long.MIN_VALUE | place));
    }

    /** Adds new tickets at each so many-th place. */
    void addNew(int places, int each) throws SQLException {
        add(fresh, "generate_series(" + each + ", " + places + ", " + each + ") place");
    }

    /** Adds solved tickets at all other places. */
    void addSolved(int places, int each) throws SQLException {
        add(solved, "generate_series(1, " + places + ") place WHERE place % " + each + " <> 0");
    }

    private void add(Ticket copied, String places) throws SQLException {
        String state = "replace(replace(replace(replace(t.state, ?, p.id::text), ?, p.at), ?, p.at),"
                + " ?, '\"number\":' || p.number)";
        String sql = "INSERT INTO " + table + " (tenant, id, number, version, status_category, status_label, priority,"
                + " priority_place, requester, organization, assignee, team, category, spam, snoozed, opened_at,"
                + " updated_at, next_due, state)"
                + " SELECT t.tenant, p.id, p.number, t.version, t.status_category, t.status_label, t.priority,"
                + " t.priority_place, t.requester, t.organization, t.assignee, t.team, t.category, t.spam, t.snoozed,"
                + " p.second * 1000000, p.second * 1000000, t.next_due, " + state
                + " FROM " + table + " t, (SELECT place + " + OFFSET + " AS number, (place + " + FIRST_SECOND
                + ")::bigint AS second, to_char(to_timestamp(place + " + FIRST_SECOND
                + ") AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') AS at,"
                + " (lpad(to_hex((place::bigint << 16) | " + VERSION + "), 16, '0') || '8'"
                + " || lpad(to_hex(place), 15, '0'))::uuid AS id FROM " + places + ") p WHERE t.id = ?";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                Statement maintenance = connection.createStatement()) {
            statement.setString(1, copied.id().toString());
            statement.setString(2, copied.openedAt().toString());
            statement.setString(3, copied.updatedAt().toString());
            statement.setString(4, "\"number\":" + copied.number().value());
            statement.setObject(5, copied.id().value());
            statement.executeUpdate();
            maintenance.execute("VACUUM ANALYZE " + table);
            maintenance.execute("CHECKPOINT");
        }
    }
}
