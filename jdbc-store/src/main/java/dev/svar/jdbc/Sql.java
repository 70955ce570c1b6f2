package dev.svar.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Runs single statements in the way of a dialect. */
final class Sql {
    static final int MAX_MARKS = 200;

    /** How many rows the driver holds is left to its settings. */
    private static final int AS_SET = 0;

    private final IdForm ids;

    Sql(Dialect dialect) {
        this.ids = dialect.ids();
    }

    @FunctionalInterface
    interface Binder {
        void bind(Params params) throws SQLException;
    }

    @FunctionalInterface
    interface ItemBinder<T> {
        void bind(Params params, T item) throws SQLException;
    }

    @FunctionalInterface
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    <T> List<T> list(Connection connection, String sql, Binder binder, Reader<T> reader) throws SQLException {
        return list(connection, sql, AS_SET, binder, reader);
    }

    /** Has the driver hold few rows at a time, if it can within a transaction. */
    <T> List<T> list(Connection connection, String sql, int atOnce, Binder binder, Reader<T> reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (atOnce != AS_SET) {
                statement.setFetchSize(atOnce);
            }
            binder.bind(new Params(statement, ids));
            List<T> found = new ArrayList<>();
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    found.add(reader.read(new Row(results, ids)));
                }
            }
            return found;
        }
    }

    <T> Optional<T> first(Connection connection, String sql, Binder binder, Reader<T> reader) throws SQLException {
        return list(connection, sql, binder, reader).stream().findFirst();
    }

    /**
     * As {@link #first}, and the transaction ends in the same round trip. Only for dialects that
     * {@link Dialect#sendsTogether}.
     */
    <T> Optional<T> firstAndCommit(Connection connection, String sql, Binder binder, Reader<T> reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql + ";\nCOMMIT")) {
            binder.bind(new Params(statement, ids));
            statement.execute();
            try (ResultSet results = statement.getResultSet()) {
                return results.next() ? Optional.of(reader.read(new Row(results, ids))) : Optional.empty();
            }
        }
    }

    int update(Connection connection, String sql, Binder binder) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(new Params(statement, ids));
            return statement.executeUpdate();
        }
    }

    /** Runs the statement for each item in one go; for no items there is no statement. */
    <T> int[] batch(Connection connection, String sql, Collection<T> items, ItemBinder<T> binder) throws SQLException {
        if (items.isEmpty()) {
            return new int[0];
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Params params = new Params(statement, ids);
            for (T item : items) {
                params.restart();
                binder.bind(params, item);
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    /**
     * Runs several statements in one round trip, the parameters of all of them bound one after the other. Only for dialects
     * that {@link Dialect#sendsTogether}.
     */
    int[] together(Connection connection, List<String> statements, Binder binder) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(String.join(";\n", statements))) {
            binder.bind(new Params(statement, ids));
            statement.execute();
            int[] counts = new int[statements.size()];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = statement.getUpdateCount();
                statement.getMoreResults();
            }
            return counts;
        }
    }

    /** Parts of a list that are short enough for one statement's parameters. */
    static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MAX_MARKS) {
            chunks.add(all.subList(from, Math.min(from + MAX_MARKS, all.size())));
        }
        return chunks;
    }

    static boolean allOne(int[] counts) {
        return Arrays.stream(counts).allMatch(count -> count == 1);
    }

    /** As many parameters, separated by commas. */
    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
