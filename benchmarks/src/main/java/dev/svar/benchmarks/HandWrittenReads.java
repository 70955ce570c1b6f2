package dev.svar.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.svar.contact.TenantId;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What Svar asks the database when it reads tickets, asked by plain JDBC: the same statements on the same tables, one
 * connection of the pool for each. The JSON of each ticket is read into a tree of Jackson's, which is not yet a ticket.
 */
final class HandWrittenReads {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 50;

    private final DataSource source;
    private final String byId;
    private final String first;
    private final String next;

    HandWrittenReads(DataSource source, String prefix) {
        String table = prefix + "ticket";
        this.source = source;
        this.byId = "SELECT state FROM " + table + " WHERE tenant = ? AND id = ?";
        this.first = page(table, "");
        this.next = page(table, " AND (t.opened_at, t.number) < (?, ?)");
    }

    private static String page(String table, String after) {
        String order = " ORDER BY opened_at DESC, number DESC LIMIT ?";
        String range = "(SELECT opened_at, number, state FROM " + table
                + " t WHERE t.tenant = ? AND t.status_category = ? AND t.spam = FALSE" + after + order + ")";
        return "SELECT state FROM (" + range + " UNION ALL " + range + ") page" + order;
    }

    JsonNode ticket(TicketId id) throws SQLException, JsonProcessingException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(byId)) {
            statement.setString(1, TenantId.DEFAULT.value());
            statement.setObject(2, id.value());
            return read(statement).get(0);
        }
    }

    /** The newest tickets of a queue, or those that come after one. */
    List<JsonNode> page(Optional<Ticket> after) throws SQLException, JsonProcessingException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(after.isPresent() ? next : first)) {
            int at = 0;
            for (String category : List.of("NEW", "OPEN")) {
                statement.setString(++at, TenantId.DEFAULT.value());
                statement.setString(++at, category);
                if (after.isPresent()) {
                    statement.setLong(
                            ++at,
                            ChronoUnit.MICROS.between(Instant.EPOCH, after.get().openedAt()));
                    statement.setLong(++at, after.get().number().value());
                }
                statement.setLong(++at, PAGE + 1);
            }
            statement.setLong(++at, PAGE + 1);
            return read(statement);
        }
    }

    private static List<JsonNode> read(PreparedStatement statement) throws SQLException, JsonProcessingException {
        List<JsonNode> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(JSON.readTree(rows.getString(1)));
            }
        }
        return found;
    }
}
