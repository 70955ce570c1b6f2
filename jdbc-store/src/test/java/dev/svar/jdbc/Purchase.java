package dev.svar.jdbc;

import dev.svar.HelpDesk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/** A transaction of the host's. */
record Purchase(Shop shop, Connection connection) implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    JdbcStore store() {
        return shop.store().within(connection);
    }

    HelpDesk desk() {
        return shop.desk().on(store());
    }

    void order(String number) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + shop.prefix() + "orders (number) VALUES (?)")) {
            insert.setString(1, number);
            insert.executeUpdate();
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollBack() throws SQLException {
        connection.rollback();
    }

    /** What the database calls this connection. */
    long session() throws SQLException {
        return number(connection, isPostgres(connection) ? "SELECT pg_backend_pid()" : "SELECT SESSION_ID()");
    }

    /** Returns as soon as the session waits for somebody else; H2 names nobody when it waits for the same key. */
    static void awaitBlocked(DataSource source, long session) throws SQLException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        try (Connection watching = source.getConnection()) {
            String blocked = isPostgres(watching)
                    ? "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND pid = " + session
                    : "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = " + session
                            + " AND (BLOCKER_ID IS NOT NULL OR EXECUTING_STATEMENT LIKE 'INSERT%')";
            while (number(watching, blocked) == 0) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("session " + session + " did not wait for anybody");
                }
                Thread.onSpinWait();
            }
        }
    }

    private static boolean isPostgres(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
