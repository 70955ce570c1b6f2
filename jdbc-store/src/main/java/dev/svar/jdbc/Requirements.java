package dev.svar.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a server and the driver in between must be able to do. */
final class Requirements {
    /** Of the connection, for the tables have their own. */
    private static final String MYSQL_HOLDS_ALL = "SELECT CASE WHEN @@character_set_client = 'utf8mb4'"
            + " AND @@character_set_connection = 'utf8mb4'"
            + " AND COALESCE(@@character_set_results, 'utf8mb4') = 'utf8mb4' THEN 1 ELSE 0 END AS holds_all";

    private static final String POSTGRESQL_HOLDS_ALL =
            "SELECT CASE WHEN current_setting('server_encoding') = 'UTF8' THEN 1 ELSE 0 END AS holds_all";

    /** One update finds a row and leaves it as it is, the other one finds none. */
    private static final int[] TRUE_COUNTS = {1, 0};

    private final Dialect dialect;
    private final Sql db;

    Requirements(Dialect dialect) {
        this.dialect = dialect;
        this.db = new Sql(dialect);
    }

    /** Refuses a server that is too old and a way to it that would lose characters. */
    void checkServer(Connection connection) throws SQLException {
        DatabaseMetaData server = connection.getMetaData();
        if (!Dialect.product(server).equals(dialect.toString())) {
            // The host named the dialect of a product that is like it: what it can do only the host knows.
            return;
        }
        String version = server.getDatabaseProductVersion();
        if (ServerVersion.read(version)
                .filter(found -> found.compareTo(dialect.oldest()) < 0)
                .isPresent()) {
            throw new UnsupportedDatabaseException(
                    dialect, "version " + version, "version " + dialect.oldest() + " or newer");
        }
        if (dialect.isMySqlKind() && !holdsAll(connection, MYSQL_HOLDS_ALL)) {
            throw new UnsupportedDatabaseException(
                    dialect,
                    "another character set of the connection",
                    "utf8mb4: let the driver choose it, and the server not skip the client's handshake");
        } else if (dialect == Dialect.POSTGRESQL && !holdsAll(connection, POSTGRESQL_HOLDS_ALL)) {
            throw new UnsupportedDatabaseException(dialect, "another encoding of the database", "UTF8");
        }
    }

    private boolean holdsAll(Connection connection, String question) throws SQLException {
        return db.first(connection, question, p -> {}, row -> row.number("holds_all"))
                .equals(Optional.of(1L));
    }

    /**
     * Refuses a driver that was told to count only what an update made different, or not to count within a batch: a
     * conditional change would seem to have met another one. A server that takes no changes needs no counts.
     */
    void checkCounts(Connection connection, String prefix, int version) throws SQLException {
        try {
            if (isFree(connection, prefix, version)) {
                check(counts(connection, prefix, version));
            }
        } catch (SQLException e) {
            if (!SqlErrors.isReadOnly(e)) {
                throw e;
            }
        }
    }

    /** Whoever holds the row checks the same at this moment: nobody waits. */
    private boolean isFree(Connection connection, String prefix, int version) throws SQLException {
        return db.first(
                        connection,
                        "SELECT version FROM " + prefix + "schema WHERE version = ? FOR UPDATE SKIP LOCKED",
                        p -> p.number(version),
                        row -> row.number("version"))
                .isPresent();
    }

    private int[] counts(Connection connection, String prefix, int version) throws SQLException {
        return db.batch(
                connection,
                "UPDATE " + prefix + "schema SET version = version WHERE version = ?",
                List.of(version, Schema.NO_VERSION),
                (p, each) -> p.number(each));
    }

    void check(int[] counts) {
        if (!Arrays.equals(counts, TRUE_COUNTS)) {
            throw new UnsupportedDatabaseException(
                    dialect,
                    "a driver that counts " + Arrays.toString(counts)
                            + " for one row that is there and one that is not",
                    "the number of rows that were found: leave the driver's useAffectedRows and useBulkStmts off");
        }
    }
}
