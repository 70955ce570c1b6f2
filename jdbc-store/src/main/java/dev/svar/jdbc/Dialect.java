package dev.svar.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * A database product that the store knows. The statements are nearly the same for all of them; what differs are the tables'
 * types (a file of its own for each) and the codes by which the product names an error. Other products, among them SQLite,
 * which has no row locks, are not supported. Immutable, thread-safe.
 */
public final class Dialect {
    /** H2 2.2.220 or newer, in memory or in a file, in its regular mode. */
    public static final Dialect H2 = new Dialect(
            "h2",
            "H2",
            new ServerVersion(2, 2, 220),
            IdForm.NATIVE,
            SqlErrors.states("23505"),
            SqlErrors.states("23506"),
            SqlErrors.states("42S02", "42S03", "42S04"));

    /**
     * MariaDB 10.6 or newer with tables of InnoDB, by the driver of MariaDB or MySQL. The database may have any character set,
     * since the tables have their own.
     */
    public static final Dialect MARIADB = new Dialect(
            "mariadb",
            "MariaDB",
            new ServerVersion(10, 6, 0),
            IdForm.BYTES,
            SqlErrors.codes(1062, 1586),
            SqlErrors.codes(1216, 1452),
            SqlErrors.codes(1146));

    /**
     * MySQL 8.0.17 or newer with tables of InnoDB, by the driver of MySQL or MariaDB. The database may have any character set,
     * since the tables have their own.
     */
    public static final Dialect MYSQL = new Dialect(
            "mysql",
            "MySQL",
            new ServerVersion(8, 0, 17),
            IdForm.BYTES,
            SqlErrors.codes(1062, 1586),
            SqlErrors.codes(1216, 1452),
            SqlErrors.codes(1146));

    /** PostgreSQL 14 or newer; the database's encoding must be UTF8. */
    public static final Dialect POSTGRESQL = new Dialect(
            "postgresql",
            "PostgreSQL",
            new ServerVersion(14, 0, 0),
            IdForm.NATIVE,
            SqlErrors.states("23505"),
            SqlErrors.states("23503"),
            SqlErrors.states("42P01"));

    private static final List<Dialect> KNOWN = List.of(H2, MARIADB, MYSQL, POSTGRESQL);

    private final String name;
    private final String product;
    private final ServerVersion oldest;
    private final IdForm ids;
    private final Predicate<SQLException> duplicateKey;
    private final Predicate<SQLException> missingParent;
    private final Predicate<SQLException> missingTable;

    private Dialect(
            String name,
            String product,
            ServerVersion oldest,
            IdForm ids,
            Predicate<SQLException> duplicateKey,
            Predicate<SQLException> missingParent,
            Predicate<SQLException> missingTable) {
        this.name = name;
        this.product = product;
        this.oldest = oldest;
        this.ids = ids;
        this.duplicateKey = duplicateKey;
        this.missingParent = missingParent;
        this.missingTable = missingTable;
    }

    IdForm ids() {
        return ids;
    }

    /** The oldest version of the server that has all that the store uses. */
    ServerVersion oldest() {
        return oldest;
    }

    /** Whether the product descends from MySQL. */
    boolean isMySqlKind() {
        return this == MARIADB || this == MYSQL;
    }

    /** Whether a list of values is one parameter. */
    boolean takesArrays() {
        return this == POSTGRESQL;
    }

    /** Whether a list of pairs of columns uses an index. */
    boolean pairsInIndexes() {
        return this == H2;
    }

    /**
     * A table whose rows are found, and locked, by no other index. MariaDB and MySQL lock every row that they look at, and would
     * look at all rows of a tenant that has few.
     */
    String byIndex(String table, String index) {
        return isMySqlKind() ? table + " FORCE INDEX (" + index + ")" : table;
    }

    /** The same with the primary key. */
    String byPrimaryKey(String table) {
        return byIndex(table, "PRIMARY");
    }

    /** An order of a column in which rows without a value come last. */
    String nullsLast(String column, String direction) {
        return isMySqlKind() ? column + " IS NULL, " + column + direction : column + direction + " NULLS LAST";
    }

    /** Whether a comparison of two columns at once uses an index. */
    boolean rowsInIndexes() {
        return this == POSTGRESQL;
    }

    /** Whether each of two conditions between which stands OR becomes a range of one index. */
    boolean alternativesInIndexes() {
        return isMySqlKind();
    }

    /** Whether the driver sends several statements, parted by semicolons, in one round trip. */
    boolean sendsTogether() {
        return this == POSTGRESQL;
    }

    /** Whether an update can give back the rows that it changed. */
    boolean updatesReturn() {
        return this == POSTGRESQL;
    }

    /** Whether an insert can pass over rows whose key is there. */
    boolean insertsIfAbsent() {
        return this == POSTGRESQL;
    }

    /** The level at which a transaction sees everything as it was at its beginning; H2 is less strict at REPEATABLE READ. */
    int snapshotIsolation() {
        return this == H2 ? Connection.TRANSACTION_SERIALIZABLE : Connection.TRANSACTION_REPEATABLE_READ;
    }

    /** {@return all dialects that this version knows} */
    public static List<Dialect> known() {
        return KNOWN;
    }

    /**
     * The dialect of a database. Takes one connection and gives it back.
     *
     * @param source where the database is
     * @return the dialect
     * @throws UnknownDatabaseException if the product is none that this version knows
     * @throws dev.svar.store.StoreException if the database cannot be reached
     */
    public static Dialect of(DataSource source) {
        return of(new OwnTransactions(source));
    }

    static Dialect of(Transactions transactions) {
        return transactions.read("asking the database for its name", Dialect::of);
    }

    private static Dialect of(Connection connection) throws SQLException {
        String product = product(connection.getMetaData());
        return KNOWN.stream()
                .filter(d -> d.product.equals(product))
                .findFirst()
                .orElseThrow(() -> new UnknownDatabaseException(
                        product, KNOWN.stream().map(d -> d.product).toList()));
    }

    static boolean isMySqlKind(DatabaseMetaData server) throws SQLException {
        String product = product(server);
        return product.equals(MARIADB.product) || product.equals(MYSQL.product);
    }

    /** The driver of MySQL calls every server MySQL, but tells MariaDB's version as the server gives it. */
    static String product(DatabaseMetaData server) throws SQLException {
        String product = server.getDatabaseProductName();
        boolean isMariaDb = MYSQL.product.equals(product)
                && server.getDatabaseProductVersion().contains(MARIADB.product);
        return isMariaDb ? MARIADB.product : product;
    }

    /** {@return the name in lower case, for example {@code postgresql}: the folder of its tables} */
    public String name() {
        return name;
    }

    boolean isDuplicateKey(SQLException e) {
        return SqlErrors.any(e, duplicateKey);
    }

    boolean isMissingParent(SQLException e) {
        return SqlErrors.any(e, missingParent);
    }

    boolean isMissingTable(SQLException e) {
        return SqlErrors.any(e, missingTable);
    }

    @Override
    public String toString() {
        return product;
    }
}
