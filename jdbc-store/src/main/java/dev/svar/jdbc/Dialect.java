package dev.svar.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A database product that the store knows. The statements are the same for all of them; what differs are the tables' types
 * (a file of its own for each) and the codes by which the product names an error. Immutable, thread-safe.
 */
public final class Dialect {
    /** H2 2.x, in memory or in a file, in its regular mode. */
    public static final Dialect H2 =
            new Dialect("h2", "H2", Set.of("23505"), Set.of("23506"), Set.of("42S02", "42S03", "42S04"));

    /** PostgreSQL 14 or newer; the database's encoding must be UTF8. */
    public static final Dialect POSTGRESQL =
            new Dialect("postgresql", "PostgreSQL", Set.of("23505"), Set.of("23503"), Set.of("42P01"));

    private static final List<Dialect> KNOWN = List.of(H2, POSTGRESQL);

    private final String name;
    private final String product;
    private final Set<String> duplicateKey;
    private final Set<String> missingParent;
    private final Set<String> missingTable;

    private Dialect(
            String name,
            String product,
            Set<String> duplicateKey,
            Set<String> missingParent,
            Set<String> missingTable) {
        this.name = name;
        this.product = product;
        this.duplicateKey = duplicateKey;
        this.missingParent = missingParent;
        this.missingTable = missingTable;
    }

    boolean pairsInIndexes() {
        return this == H2;
    }

    /** Whether a comparison of two columns at once uses an index. */
    boolean rowsInIndexes() {
        return this == POSTGRESQL;
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
        String product = connection.getMetaData().getDatabaseProductName();
        return KNOWN.stream()
                .filter(d -> d.product.equals(product))
                .findFirst()
                .orElseThrow(() -> new UnknownDatabaseException(
                        product, KNOWN.stream().map(d -> d.product).toList()));
    }

    /** {@return the name in lower case, for example {@code postgresql}: the folder of its tables} */
    public String name() {
        return name;
    }

    boolean isDuplicateKey(SQLException e) {
        return SqlErrors.anyState(e, duplicateKey::contains);
    }

    boolean isMissingParent(SQLException e) {
        return SqlErrors.anyState(e, missingParent::contains);
    }

    boolean isMissingTable(SQLException e) {
        return SqlErrors.anyState(e, missingTable::contains);
    }

    @Override
    public String toString() {
        return product;
    }
}
