package dev.svar.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows that one opened ticket left in the tables of Svar, to be written again by plain JDBC: the same tables with the same
 * indexes, the same sizes, only ids and numbers differ. One batch for each table, nothing is read.
 */
final class CopiedRows {
    private static final List<String> TABLES =
            List.of("ticket", "event", "message", "text", "delivery", "mail_thread", "work");

    private final List<Table> tables = new ArrayList<>();
    private final AtomicLong number = new AtomicLong(1_000_000_000);

    /** Reads the rows of the only ticket there is. */
    CopiedRows(Connection connection, String prefix) throws SQLException {
        for (String name : TABLES) {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("SELECT "
                            + String.join(", ", WrittenColumns.of(connection, prefix + name)) + " FROM " + prefix
                            + name)) {
                tables.add(read(name, prefix, result));
            }
        }
    }

    private record Table(String name, List<String> columns, String insert, List<List<Object>> rows) {}

    private static Table read(String name, String prefix, ResultSet result) throws SQLException {
        ResultSetMetaData shape = result.getMetaData();
        List<String> columns = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        for (int i = 1; i <= shape.getColumnCount(); i++) {
            columns.add(shape.getColumnName(i));
            marks.add(shape.getColumnTypeName(i).equals("tsvector") ? "?::tsvector" : "?");
        }
        List<List<Object>> rows = new ArrayList<>();
        while (result.next()) {
            List<Object> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                Object value = result.getObject(i);
                row.add(shape.getColumnTypeName(i).equals("tsvector") ? value.toString() : value);
            }
            rows.add(row);
        }
        String insert = "INSERT INTO " + prefix + name + " (" + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", marks) + ")";
        return new Table(name, columns, insert, rows);
    }

    /** What a ticket leaves behind, for people to check. */
    String shape() {
        return tables.stream().map(t -> t.name() + " " + t.rows().size()).collect(Collectors.joining(", "));
    }

    /** Writes the rows of as many new tickets as wanted; the caller commits. */
    void write(Connection connection, int tickets) throws SQLException {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(tickets).toList();
        List<Long> numbers = ids.stream().map(id -> number.incrementAndGet()).toList();
        for (Table table : tables) {
            try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
                for (int ticket = 0; ticket < tickets; ticket++) {
                    for (int place = 0; place < table.rows().size(); place++) {
                        List<Object> row = table.rows().get(place);
                        for (int i = 0; i < row.size(); i++) {
                            insert.setObject(
                                    i + 1,
                                    fresh(
                                            table.columns().get(i),
                                            row.get(i),
                                            ids.get(ticket),
                                            numbers.get(ticket),
                                            place));
                        }
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
        }
    }

    private static Object fresh(String column, Object value, UUID ticket, long number, int place) {
        return switch (column) {
            case "ticket", "id" -> value instanceof UUID ? ticket : value;
            case "number" -> number;
            case "work_key" -> value.toString().substring(0, 4) + place + ticket;
            case "message_digest" -> digest(ticket);
            default -> value;
        };
    }

    private static String digest(UUID ticket) {
        String text = ticket.toString().replace("-", "");
        return text + text;
    }
}
