package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.store.CommitResult;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A table of keys of which each belongs to at most one owner. */
final class OwnedKeys<K> {
    private final Sql db;
    private final Comparator<K> order;
    private final Sql.ItemBinder<K> binder;
    private final Sql.Reader<K> reader;
    private final String insert;
    private final String delete;
    private final String select;

    OwnedKeys(
            Sql db,
            String table,
            List<String> columns,
            String owner,
            Comparator<K> order,
            Sql.ItemBinder<K> binder,
            Sql.Reader<K> reader) {
        this.db = db;
        this.order = order;
        this.binder = binder;
        this.reader = reader;
        String key = String.join(", ", columns);
        this.insert = "INSERT INTO " + table + " (tenant, " + owner + ", " + key + ") VALUES ("
                + Sql.marks(columns.size() + 2) + ")";
        this.delete = "DELETE FROM " + table + " WHERE tenant = ? AND " + owner + " = ? AND "
                + String.join(" = ? AND ", columns) + " = ?";
        this.select = "SELECT " + key + " FROM " + table + " WHERE tenant = ? AND " + owner + " = ?";
    }

    /** A key that goes to an owner or away from it. */
    private record Move<K>(K key, UUID owner, boolean away) {}

    /**
     * Replaces the keys of owners whose rows this transaction has locked, and adds those of new ones. Refused if a key
     * would have two owners.
     */
    void change(
            Script script,
            TenantId tenant,
            Map<UUID, ? extends Collection<K>> changed,
            Map<UUID, ? extends Collection<K>> fresh)
            throws SQLException {
        List<Move<K>> moves = new ArrayList<>();
        for (Map.Entry<UUID, ? extends Collection<K>> entry : changed.entrySet()) {
            UUID owner = entry.getKey();
            Set<K> before = new HashSet<>(db.list(
                    script.connection(), select, p -> p.text(tenant.value()).id(owner), reader));
            Set<K> after = new HashSet<>(entry.getValue());
            before.stream().filter(key -> !after.contains(key)).forEach(key -> moves.add(new Move<>(key, owner, true)));
            after.stream()
                    .filter(key -> !before.contains(key))
                    .forEach(key -> moves.add(new Move<>(key, owner, false)));
        }
        fresh.forEach((owner, keys) -> keys.forEach(key -> moves.add(new Move<>(key, owner, false))));
        run(script, tenant, moves);
    }

    /**
     * In one order for all commits, so that two of them never wait for each other; a key goes away from one owner before it
     * goes to another.
     */
    private void run(Script script, TenantId tenant, List<Move<K>> moves) {
        moves.sort(Comparator.comparing((Move<K> move) -> move.key(), order)
                .thenComparing(Move::away, Comparator.reverseOrder()));
        for (Move<K> move : moves) {
            script.add(
                    move.away() ? delete : insert,
                    p -> {
                        p.text(tenant.value()).id(move.owner());
                        binder.bind(p, move.key());
                    },
                    Demand.newOr(CommitResult.STALE));
        }
    }
}
