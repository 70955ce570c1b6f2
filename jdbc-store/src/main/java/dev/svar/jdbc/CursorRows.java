package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.store.Cursor;
import dev.svar.ticket.TicketId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How far listeners were told of tickets. */
final class CursorRows {
    private final Dialect dialect;
    private final Sql db;
    private final String insert;
    private final String update;
    private final String select;
    private final String delete;
    private final String list;

    CursorRows(Dialect dialect, String prefix) {
        this.dialect = dialect;
        this.db = new Sql(dialect);
        this.insert = "INSERT INTO " + prefix + "cursor (sequence, tenant, listener, ticket) VALUES (?, ?, ?, ?)";
        this.update = "UPDATE " + prefix + "cursor SET sequence = ? WHERE tenant = ? AND listener = ? AND ticket = ?";
        this.select = "SELECT sequence FROM " + prefix + "cursor WHERE tenant = ? AND listener = ? AND ticket = ?";
        this.delete =
                "DELETE FROM " + prefix + "cursor WHERE sequence = ? AND tenant = ? AND listener = ? AND ticket = ?";
        this.list = "SELECT ticket, sequence FROM " + prefix + "cursor WHERE tenant = ? AND listener = ?";
    }

    private record Key(String listener, TicketId ticket) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::listener)
                .thenComparing(key -> key.ticket().value());

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    void put(Connection connection, TenantId tenant, Collection<Cursor> cursors) throws SQLException {
        SortedMap<Key, Cursor> latest = new TreeMap<>();
        cursors.forEach(cursor -> latest.put(new Key(cursor.listener(), cursor.ticket()), cursor));
        for (Cursor cursor : latest.values()) {
            boolean there = db.update(connection, update, p -> bind(p, tenant, cursor)) > 0;
            if (there && cursor.sequence() == 0) {
                db.update(connection, delete, p -> bind(p, tenant, cursor));
            } else if (!there && cursor.sequence() != 0) {
                insert(connection, tenant, cursor);
            }
        }
    }

    /** Adds cursors that are new, in one go. */
    void add(Script script, TenantId tenant, Collection<Cursor> cursors) {
        script.addAll(insert, cursors, (p, cursor) -> bind(p, tenant, cursor), Demand.NONE);
    }

    private void insert(Connection connection, TenantId tenant, Cursor cursor) throws SQLException {
        try {
            db.update(connection, insert, p -> bind(p, tenant, cursor));
        } catch (SQLException e) {
            throw dialect.isDuplicateKey(e) ? new LostRaceException(e) : e;
        }
    }

    private static void bind(Params params, TenantId tenant, Cursor cursor) throws SQLException {
        params.number(cursor.sequence())
                .text(tenant.value())
                .text(cursor.listener())
                .id(cursor.ticket().value());
    }

    long find(Connection connection, TenantId tenant, String listener, TicketId ticket) throws SQLException {
        return db.first(
                        connection,
                        select,
                        p -> p.text(tenant.value()).text(listener).id(ticket.value()),
                        row -> row.number("sequence"))
                .orElse(0L);
    }

    List<Cursor> list(Connection connection, TenantId tenant, String listener, Optional<TicketId> after, int limit)
            throws SQLException {
        return db.list(
                connection,
                list + (after.isPresent() ? " AND ticket > ?" : "") + " ORDER BY ticket LIMIT ?",
                p -> {
                    p.text(tenant.value()).text(listener);
                    if (after.isPresent()) {
                        p.id(after.get().value());
                    }
                    p.number(limit);
                },
                row -> new Cursor(listener, new TicketId(row.id("ticket")), row.number("sequence")));
    }
}
