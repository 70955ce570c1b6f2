package dev.svar.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One transaction for many statements, all of which see the database as it was at its beginning. It changes nothing. */
final class Snapshot {
    private final DataSource source;
    private final Dialect dialect;

    Snapshot(DataSource source, Dialect dialect) {
        this.source = source;
        this.dialect = dialect;
    }

    <T> T read(String what, Transactions.Step<T> step) {
        try (Connection connection = connect(what)) {
            Settings before = Settings.of(connection);
            try {
                new Settings(true, dialect.snapshotIsolation(), false).apply(connection);
                return step.run(connection);
            } finally {
                end(connection, before);
            }
        } catch (SQLException e) {
            throw SqlErrors.failed(what, e);
        }
    }

    private Connection connect(String what) {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw SqlErrors.unconnected(what, e);
        }
    }

    private static void end(Connection connection, Settings before) {
        try {
            connection.rollback();
            before.apply(connection);
        } catch (SQLException e) {
            // What was read is read; a pool finds out itself that the connection is broken.
        }
    }

    /** What is changed at a connection, and changed back before it is given back. */
    private record Settings(boolean readOnly, int isolation, boolean autoCommit) {
        static Settings of(Connection connection) throws SQLException {
            return new Settings(
                    connection.isReadOnly(), connection.getTransactionIsolation(), connection.getAutoCommit());
        }

        void apply(Connection connection) throws SQLException {
            connection.setReadOnly(readOnly);
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(autoCommit);
        }
    }
}
