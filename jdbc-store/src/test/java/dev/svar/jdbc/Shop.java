package dev.svar.jdbc;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.contact.Address;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** A host with a table of orders beside the tables of its desk. */
record Shop(DataSource source, String prefix, JdbcStore store, HelpDesk desk) {
    static final Address KARI = Address.mail("kari@kunde.example");

    static Shop on(DataSource source) throws SQLException {
        String prefix = Databases.newPrefix();
        Schema.of(Dialect.of(source), prefix).apply(source);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + prefix + "orders (number VARCHAR(50) PRIMARY KEY)");
        }
        JdbcStore store = JdbcStore.builder(source).tablePrefix(prefix).build();
        return new Shop(source, prefix, store, HelpDesk.builder(store).build());
    }

    static NewTicket request(Address requester) {
        return NewTicket.builder(requester, "Hvor er pakken?", "Den skulle ha kommet.")
                .build();
    }

    Purchase begin() throws SQLException {
        return begin(source);
    }

    /** The host's transaction on a connection from elsewhere to the same database. */
    Purchase begin(DataSource other) throws SQLException {
        Connection connection = other.getConnection();
        connection.setAutoCommit(false);
        return new Purchase(this, connection);
    }

    /** All that is stored, in text, by table. */
    /** All rows but the last numbers given out, which stay given out whatever becomes of the tickets. */
    Map<String, List<String>> everything() throws SQLException {
        Map<String, List<String>> all = new TreeMap<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                all.put(table, rows(statement, table));
            }
        }
        return all;
    }

    List<String> orders() throws SQLException {
        return everything().get(prefix + "orders");
    }

    private List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        tables.removeIf(table -> !table.startsWith(prefix) || table.equals(prefix + "number"));
        return tables;
    }

    private static List<String> rows(Statement statement, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet results = statement.executeQuery("SELECT * FROM " + table)) {
            while (results.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                    row.add(results.getString(i));
                }
                rows.add(String.join("|", row));
            }
        }
        rows.sort(null);
        return rows;
    }
}
