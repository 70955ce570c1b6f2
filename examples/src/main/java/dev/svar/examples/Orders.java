package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.store.TicketQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** What the examples of transactions share: a shop's own table, and a question about an order. */
final class Orders {
    static final String INSERT = "INSERT INTO orders (number) VALUES (?)";

    private static final String CREATE = "CREATE TABLE orders (number VARCHAR(50) PRIMARY KEY)";
    private static final String SELECT = "SELECT number FROM orders ORDER BY number";

    private Orders() {}

    /** A new database in memory, without any table. */
    static DataSource emptyDatabase() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    /** A new database in memory with the shop's table. */
    static DataSource database() throws SQLException {
        DataSource source = emptyDatabase();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
        return source;
    }

    static void insert(Connection connection, String number) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, number);
            insert.executeUpdate();
        }
    }

    static NewTicket question(String number) {
        return NewTicket.builder(Stage.KARI, "Engraving of order " + number, "What shall we engrave?")
                .name("Kari Nordmann")
                .build();
    }

    /** What is stored, seen from outside of any transaction. */
    static String stored(DataSource source, HelpDesk desk) {
        List<String> tickets = desk.tickets(TicketQuery.all(10)).items().stream()
                .map(state -> state.ticket().subject())
                .toList();
        return "orders " + numbers(source) + ", tickets " + tickets;
    }

    private static List<String> numbers(DataSource source) {
        List<String> numbers = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SELECT)) {
            while (rows.next()) {
                numbers.add(rows.getString(1));
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
