package dev.svar.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Each step in a short transaction of its own. */
final class OwnTransactions implements Transactions {
    private final Opening opening;
    private final boolean closes;

    private OwnTransactions(Opening opening, boolean closes) {
        this.opening = opening;
        this.closes = closes;
    }

    /** Each on a connection of its own. */
    OwnTransactions(DataSource source) {
        this(source::getConnection, true);
    }

    /** All on a connection that somebody else closes. */
    static OwnTransactions on(Connection open) {
        return new OwnTransactions(() -> open, false);
    }

    @FunctionalInterface
    private interface Opening {
        Connection connection() throws SQLException;
    }

    @Override
    public boolean commits() {
        return true;
    }

    @Override
    public <T> T read(String what, Step<T> step) {
        Connection connection = connect(what);
        try {
            return step.run(connection);
        } catch (SQLException e) {
            throw SqlErrors.failed(what, e);
        } finally {
            endReading(connection);
            close(connection);
        }
    }

    @Override
    public <T> T write(String what, Step<T> step) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(what, step);
            } catch (SQLException e) {
                if (attempt == MAX_ATTEMPTS || !SqlErrors.isRolledBack(e)) {
                    throw SqlErrors.failed(what, e);
                }
            }
        }
    }

    private <T> T once(String what, Step<T> step) throws SQLException {
        Connection connection = connect(what);
        try {
            boolean autoCommit = connection.getAutoCommit();
            if (autoCommit) {
                connection.setAutoCommit(false);
            }
            T result = run(connection, step, autoCommit);
            commit(what, connection, autoCommit);
            return result;
        } finally {
            close(connection);
        }
    }

    private Connection connect(String what) {
        try {
            return opening.connection();
        } catch (SQLException e) {
            throw SqlErrors.unconnected(what, e);
        }
    }

    private static <T> T run(Connection connection, Step<T> step, boolean autoCommit) throws SQLException {
        try {
            readWhatIsCommitted(connection);
            return step.run(connection);
        } catch (Throwable e) {
            rollBack(connection, autoCommit, e);
            throw e;
        }
    }

    /**
     * MariaDB and MySQL read from a snapshot by default, which is older than the locks, and lock the gaps between rows. This is
     * for the next transaction only: the level of the session stays.
     */
    private static void readWhatIsCommitted(Connection connection) throws SQLException {
        if (Dialect.isMySqlKind(connection.getMetaData())) {
            execute(connection, "SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
        }
    }

    /** A driver leaves out a rollback before the first statement, but the server must forget the level. */
    private static void forgetLevel(Connection connection) throws SQLException {
        if (Dialect.isMySqlKind(connection.getMetaData())) {
            execute(connection, "ROLLBACK");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void commit(String what, Connection connection, boolean autoCommit) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            rollBack(connection, autoCommit, e);
            if (SqlErrors.isRolledBack(e)) {
                throw e;
            }
            throw SqlErrors.unknown(what, e);
        }
        restore(connection, autoCommit);
    }

    private static void rollBack(Connection connection, boolean autoCommit, Throwable because) {
        try {
            connection.rollback();
            forgetLevel(connection);
        } catch (SQLException e) {
            // Turning auto-commit on now could commit: the connection is closed as it is.
            because.addSuppressed(SqlErrors.failed("rolling back", e));
            return;
        }
        restore(connection, autoCommit);
    }

    private static void restore(Connection connection, boolean autoCommit) {
        try {
            if (autoCommit) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            // The transaction has ended as it should; a pool finds out itself that the connection is broken.
        }
    }

    private static void endReading(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            // What was read is read; a pool finds out itself that the connection is broken.
        }
    }

    private void close(Connection connection) {
        try {
            if (closes) {
                connection.close();
            }
        } catch (SQLException e) {
            // What was done stays done.
        }
    }
}
