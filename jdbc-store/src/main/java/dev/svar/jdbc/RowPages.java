package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All rows of a table in the order of its primary key, page by page: each page is a short range of the key's index. A row may
 * be long, so few are in memory at a time.
 */
final class RowPages {
    private static final int PAGE = 200;
    private static final int AT_ONCE = 10;

    private final List<KeyColumn> key;
    private final String first;
    private final String next;

    /** The key without the tenant; it has one or two columns. */
    RowPages(String table, List<KeyColumn> key, String columns) {
        this(table, key, columns, "");
    }

    /** Only rows that meet a condition, which begins with AND; the key may then be shorter. */
    RowPages(String table, List<KeyColumn> key, String columns, String condition) {
        this.key = key;
        String names = String.join(", ", key.stream().map(KeyColumn::name).toList());
        String select = "SELECT " + names + (columns.isEmpty() ? "" : ", " + columns) + " FROM " + table
                + " WHERE tenant = ?" + condition;
        String order = " ORDER BY tenant, " + names + " LIMIT ?";
        this.first = select + order;
        this.next = select + after(key) + order;
    }

    /** With two columns the first condition is implied by the second and lets the index begin at the right place. */
    private static String after(List<KeyColumn> key) {
        String begin = key.get(0).name();
        return key.size() == 1
                ? " AND " + begin + " > ?"
                : " AND " + begin + " >= ? AND (" + begin + " > ? OR "
                        + key.get(1).name() + " > ?)";
    }

    /** What is done with a row. */
    @FunctionalInterface
    interface Taker {
        void take(List<String> key, Row row) throws SQLException;
    }

    /** {@return the key of the last row; empty if there is no other page} */
    Optional<List<String>> page(
            Sql db, Connection connection, TenantId tenant, Optional<List<String>> after, Taker taker)
            throws SQLException {
        List<List<String>> keys = db.list(
                connection,
                after.isPresent() ? next : first,
                AT_ONCE,
                params -> {
                    params.text(tenant.value());
                    if (after.isPresent()) {
                        bind(params, after.get());
                    }
                    params.number(PAGE);
                },
                row -> {
                    List<String> key = key(row);
                    taker.take(key, row);
                    return key;
                });
        return keys.size() < PAGE ? Optional.empty() : Optional.of(keys.get(PAGE - 1));
    }

    boolean any(Sql db, Connection connection, TenantId tenant) throws SQLException {
        return db.first(connection, first, p -> p.text(tenant.value()).number(1), this::key)
                .isPresent();
    }

    private void bind(Params params, List<String> after) throws SQLException {
        if (after.size() != key.size()) {
            throw new InvalidValueException("checkpoint.last", "has a key that the rows of its kind do not have");
        }
        if (key.size() > 1) {
            key.get(0).bind(params, after.get(0));
        }
        for (int i = 0; i < key.size(); i++) {
            key.get(i).bind(params, after.get(i));
        }
    }

    private List<String> key(Row row) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (KeyColumn column : key) {
            parts.add(column.read(row));
        }
        return parts;
    }
}
