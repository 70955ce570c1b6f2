package dev.svar.jdbc;

import dev.svar.error.InvalidValueException;
import dev.svar.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The tables of a {@link JdbcStore}. They are created and changed only by {@link #apply}, or by the host's own tool with what
 * {@link #print} gives; a store never does it by itself. Immutable, thread-safe.
 */
public final class Schema {
    /** The version of the tables that this version of the library works with. */
    public static final int VERSION = 1;

    /** What the tables' names begin with when the host does not choose. */
    public static final String DEFAULT_PREFIX = "svar_";

    /** What {@link #version} gives when there are no tables. */
    public static final int NO_VERSION = 0;

    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,19}");
    private static final Pattern COMMENT = Pattern.compile("(?m)^--.*\\R?");
    private static final Pattern STATEMENT_END = Pattern.compile(";\\s*\\R");
    private static final String PLACEHOLDER = "${prefix}";

    /** H2 fails when two threads define the same table. */
    private static final Object APPLYING = new Object();

    private final Dialect dialect;
    private final Requirements requirements;
    private final String prefix;

    private Schema(Dialect dialect, String prefix) {
        this.dialect = dialect;
        this.requirements = new Requirements(dialect);
        this.prefix = prefix;
    }

    /**
     * The tables in a database of a kind.
     *
     * @param dialect the kind of database
     * @param prefix what the tables' names begin with: one to 20 lower-case letters, digits and underscores, first a letter
     * @return the schema
     * @throws InvalidValueException if the prefix is none
     */
    public static Schema of(Dialect dialect, String prefix) {
        return new Schema(dialect, checkedPrefix(prefix));
    }

    static String checkedPrefix(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new InvalidValueException(
                    "tablePrefix",
                    "must be 1 to 20 lower-case letters, digits and underscores, beginning with a letter");
        }
        return prefix;
    }

    /**
     * The statements that create the tables, for a person to read or for the host's own migration tool.
     *
     * @return SQL with comments, all versions one after the other
     */
    public String print() {
        return String.join("\n", scriptsAfter(NO_VERSION));
    }

    /**
     * Brings the tables up to {@link #VERSION}; does nothing if they are. Several threads and nodes may call it at the same
     * time. On PostgreSQL it is one transaction: all tables are there afterwards, or none is. H2, MariaDB and MySQL cannot undo
     * a definition: whoever is interrupted leaves a part of the tables, which no store works with, for the version is written
     * last; the next call adds the rest. Only on an H2 server a node may fail while another one applies, and succeed when it
     * calls again.
     *
     * @param source where the database is; its user must be allowed to create tables
     * @throws StoreException if it failed, or the tables are newer than this version of the library
     * @throws UnsupportedDatabaseException if the server is too old or characters would be lost on the way
     */
    public void apply(DataSource source) {
        synchronized (APPLYING) {
            applyAlone(source);
        }
    }

    private void applyAlone(DataSource source) {
        checkServer(new OwnTransactions(source));
        int before = version(source);
        if (before >= VERSION) {
            check(before);
            return;
        }
        try {
            new OwnTransactions(source).write("creating the tables", connection -> {
                run(connection, before);
                return VERSION;
            });
        } catch (StoreException e) {
            if (version(source) != VERSION) {
                throw e;
            }
            // Another node was faster.
        }
    }

    private void run(Connection connection, int before) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String script : scriptsAfter(before)) {
                for (String sql : STATEMENT_END.split(COMMENT.matcher(script).replaceAll(""), 0)) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
        }
    }

    /**
     * Which version of the tables is there.
     *
     * @param source where the database is
     * @return the version, {@link #NO_VERSION} if there are no tables with this prefix
     * @throws StoreException if the database cannot be reached
     */
    public int version(DataSource source) {
        return version(new OwnTransactions(source));
    }

    private int version(Transactions transactions) {
        String select = "SELECT version FROM " + prefix + "schema";
        try {
            // As a write, since the transaction of a host must survive that the table is missing.
            return transactions.write(
                    "reading the tables' version",
                    connection -> new Sql(dialect)
                            .list(connection, select, params -> {}, row -> (int) row.number("version")).stream()
                                    .max(Integer::compare)
                                    .orElse(NO_VERSION));
        } catch (StoreException e) {
            if (e.getCause() instanceof SQLException cause && dialect.isMissingTable(cause)) {
                return NO_VERSION;
            }
            throw e;
        }
    }

    /** Throws unless server, driver and tables are those that this version works with. */
    void check(Transactions transactions) {
        checkServer(transactions);
        check(version(transactions));
        if (dialect.isMySqlKind()) {
            checkCounts(transactions);
        }
    }

    private void checkServer(Transactions transactions) {
        transactions.read("asking the database for its version", connection -> {
            requirements.checkServer(connection);
            return dialect;
        });
    }

    private void checkCounts(Transactions transactions) {
        transactions.write("asking the driver to count rows", connection -> {
            requirements.checkCounts(connection, prefix, VERSION);
            return dialect;
        });
    }

    private void check(int version) {
        if (version > VERSION) {
            throw new StoreException("the tables " + prefix + "* are of version " + version
                    + ", this version of Svar knows " + VERSION + ": use a newer version of Svar");
        } else if (version < VERSION) {
            String found = version == NO_VERSION ? "are missing" : "are of version " + version;
            throw new StoreException("the tables " + prefix + "* " + found + ", version " + VERSION
                    + " is needed: call Schema.apply, or run what Schema.print gives");
        }
    }

    private List<String> scriptsAfter(int version) {
        return IntStream.rangeClosed(version + 1, VERSION)
                .mapToObj(this::script)
                .toList();
    }

    private String script(int version) {
        String path = "schema/" + dialect.name() + "/V" + version + "__svar.sql";
        try (InputStream in = Schema.class.getResourceAsStream(path)) {
            return new String(Stream.ofNullable(in).findFirst().orElseThrow().readAllBytes(), StandardCharsets.UTF_8)
                    .replace(PLACEHOLDER, prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
