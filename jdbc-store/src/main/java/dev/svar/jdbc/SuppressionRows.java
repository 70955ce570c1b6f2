package dev.svar.jdbc;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.delivery.Suppression;
import dev.svar.store.CommitResult;
import dev.svar.store.SuppressionChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What is known against addresses. */
final class SuppressionRows {
    static final String COLUMNS = "version, state";

    private final Sql db;
    private final String table;
    private final String select;

    SuppressionRows(Dialect dialect, String prefix) {
        this.db = new Sql(dialect);
        this.table = prefix + "suppression";
        this.select = "SELECT channel, address, " + COLUMNS + " FROM " + table + " WHERE tenant = ? AND ";
    }

    /** Refused if what is known of one is not at its expected version. */
    void apply(Script script, TenantId tenant, Collection<SuppressionChange> changes) {
        List<SuppressionChange> sorted = changes.stream()
                .sorted(Comparator.comparing(
                                (SuppressionChange c) -> c.address().channel().name())
                        .thenComparing(c -> c.address().value()))
                .toList();
        script.addAll(
                "DELETE FROM " + table + " WHERE tenant = ? AND channel = ? AND address = ? AND version = ?",
                sorted.stream().filter(c -> c.after().isEmpty()).toList(),
                (p, c) -> address(p, tenant, c.address()).number(c.expectedVersion()),
                Demand.oneOr(CommitResult.STALE));
        List<Suppression> there = new ArrayList<>();
        List<Suppression> fresh = new ArrayList<>();
        sorted.forEach(c -> c.after().ifPresent((c.expectedVersion() == 0 ? fresh : there)::add));
        script.addAll(
                "UPDATE " + table + " SET version = ?, state = ?"
                        + " WHERE tenant = ? AND channel = ? AND address = ? AND version = ?",
                there,
                (p, s) -> address(p.number(s.version()).json(ValueJson.suppression(s)), tenant, s.address())
                        .number(s.version() - 1),
                Demand.oneOr(CommitResult.STALE));
        add(script, tenant, fresh);
    }

    void add(Script script, TenantId tenant, Collection<Suppression> fresh) {
        script.addAll(
                "INSERT INTO " + table + " (tenant, channel, address, version, state) VALUES (?, ?, ?, ?, ?)",
                fresh,
                (p, s) -> address(p, tenant, s.address()).number(s.version()).json(ValueJson.suppression(s)),
                Demand.newOr(CommitResult.STALE));
    }

    private static Params address(Params params, TenantId tenant, Address address) throws SQLException {
        return params.text(tenant.value()).text(address.channel().name()).text(address.value());
    }

    /** One statement for each channel, as a rule for one. */
    Map<Address, Suppression> find(Connection connection, TenantId tenant, Set<Address> addresses) throws SQLException {
        Map<Address, Suppression> found = new HashMap<>();
        for (Map.Entry<String, List<String>> channel : byChannel(addresses).entrySet()) {
            for (List<String> values : Sql.chunks(channel.getValue())) {
                db.list(
                                connection,
                                select(values.size()),
                                p -> bind(p, tenant, channel.getKey(), values),
                                row -> read(tenant, row))
                        .forEach(known -> found.put(known.address(), known));
            }
        }
        return found;
    }

    static Map<String, List<String>> byChannel(Set<Address> addresses) {
        Map<String, List<String>> wanted = new TreeMap<>();
        addresses.forEach(a -> wanted.computeIfAbsent(a.channel().name(), channel -> new ArrayList<>())
                .add(a.value()));
        return wanted;
    }

    /** So many addresses of one channel. */
    String select(int addresses) {
        return select + "channel = ? AND address IN (" + Sql.marks(addresses) + ")";
    }

    static void bind(Params params, TenantId tenant, String channel, List<String> addresses) throws SQLException {
        params.text(tenant.value()).text(channel).texts(addresses);
    }

    List<Suppression> page(Connection connection, TenantId tenant, Optional<Address> after, int limit)
            throws SQLException {
        return db.list(
                connection,
                select + (after.isPresent() ? "channel >= ? AND (channel > ? OR address > ?)" : "channel >= ''")
                        + " ORDER BY channel, address LIMIT ?",
                p -> {
                    p.text(tenant.value());
                    if (after.isPresent()) {
                        p.text(after.get().channel().name())
                                .text(after.get().channel().name())
                                .text(after.get().value());
                    }
                    p.number(limit);
                },
                row -> read(tenant, row));
    }

    static Suppression read(TenantId tenant, Row row) throws SQLException {
        Address address = new Address(new Channel(row.text("channel")), row.text("address"));
        return ValueJson.suppression(tenant, address, row.number("version"), row.json("state"));
    }
}
