package dev.svar.jdbc.crash;

import dev.svar.contact.TenantId;
import dev.svar.message.Message;
import dev.svar.store.DeskStore;
import dev.svar.store.Page;
import dev.svar.store.TicketState;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.TicketId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Everything that a database holds of a desk, read by plain SQL, and its tickets as the store gives them. */
final class Books {
    private static final Map<String, String> COLUMNS = Map.of("content", "digest, size");
    private static final Set<String> TABLES = Set.of(
            "number",
            "ticket",
            "term",
            "event",
            "message",
            "mail_thread",
            "contact",
            "contact_address",
            "receipt",
            "content",
            "delivery",
            "work",
            "dead_work",
            "cursor");

    private final Map<String, List<Row>> tables;
    private final Map<TicketId, File> files;

    /** A ticket as the store gives it. */
    record File(TicketState state, List<RecordedEvent> events, List<Message> messages) {}

    private Books(Map<String, List<Row>> tables, Map<TicketId, File> files) {
        this.tables = tables;
        this.files = files;
    }

    /** Reads a desk that nobody works on meanwhile. */
    static Books read(DataSource source, String prefix, TenantId tenant, DeskStore store) throws SQLException {
        Map<String, List<Row>> tables = new HashMap<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                String sql = "SELECT " + COLUMNS.getOrDefault(table, "*") + " FROM " + prefix + table
                        + " WHERE tenant = '" + tenant.value() + "'";
                List<Row> rows = new ArrayList<>();
                try (ResultSet results = statement.executeQuery(sql)) {
                    while (results.next()) {
                        rows.add(Row.read(results));
                    }
                }
                tables.put(table, rows);
            }
        }
        Map<TicketId, File> files = new LinkedHashMap<>();
        for (Row row : tables.getOrDefault("ticket", List.of())) {
            TicketId id = new TicketId(row.id("id"));
            store.ticket(tenant, id)
                    .ifPresent(state ->
                            files.put(id, new File(state, events(store, tenant, id), messages(store, tenant, id))));
        }
        return new Books(tables, files);
    }

    private static List<RecordedEvent> events(DeskStore store, TenantId tenant, TicketId id) {
        List<RecordedEvent> all = new ArrayList<>();
        List<RecordedEvent> page;
        do {
            long after = all.isEmpty() ? 0 : all.get(all.size() - 1).sequence();
            page = store.events(tenant, id, after, Page.MAX_LIMIT);
            all.addAll(page);
        } while (page.size() == Page.MAX_LIMIT);
        return all;
    }

    private static List<Message> messages(DeskStore store, TenantId tenant, TicketId id) {
        return store.messages(tenant, id, 0, Page.MAX_LIMIT);
    }

    List<Row> rows(String table) {
        return Optional.ofNullable(tables.get(table)).orElseThrow();
    }

    Map<UUID, List<Row>> rowsByTicket(String table) {
        return by(table, row -> row.id("ticket"));
    }

    /** The values of a column. */
    <T> Map<T, List<Row>> by(String table, Function<Row, T> key) {
        return rows(table).stream().collect(Collectors.groupingBy(key));
    }

    Map<TicketId, File> files() {
        return files;
    }
}
