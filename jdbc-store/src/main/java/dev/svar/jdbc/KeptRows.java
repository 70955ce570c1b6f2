package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.store.CommitResult;
import dev.svar.store.KeptValue;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What parts of a desk keep of themselves. Bytes that are not what their digest says fail when they are read. */
final class KeptRows {
    private final Sql db;
    private final String table;

    KeptRows(Dialect dialect, String prefix) {
        this.db = new Sql(dialect);
        this.table = prefix + "kept_value";
    }

    /** A value with its bytes in memory, as they are bound. */
    private record Loaded(KeptValue value, byte[] bytes) {}

    /** Refused if one is not at its expected version. */
    void apply(Script script, TenantId tenant, Collection<KeptValue> values) {
        List<Loaded> sorted = values.stream()
                .sorted(Comparator.comparing(KeptValue::name))
                .map(value -> new Loaded(value, value.content().bytes()))
                .toList();
        script.addAll(
                "UPDATE " + table + " SET version = ?, as_of = ?, digest = ?, size = ?, bytes = ?"
                        + " WHERE tenant = ? AND name = ? AND version = ?",
                sorted.stream().filter(v -> v.value().expectedVersion() > 0).toList(),
                (p, v) -> state(p, v)
                        .text(tenant.value())
                        .text(v.value().name())
                        .number(v.value().expectedVersion()),
                Demand.oneOr(CommitResult.STALE));
        script.addAll(
                "INSERT INTO " + table + " (version, as_of, digest, size, bytes, tenant, name) VALUES (" + Sql.marks(7)
                        + ")",
                sorted.stream().filter(v -> v.value().expectedVersion() == 0).toList(),
                (p, v) -> state(p, v).text(tenant.value()).text(v.value().name()),
                Demand.newOr(CommitResult.STALE));
    }

    private static Params state(Params params, Loaded loaded) throws SQLException {
        KeptValue value = loaded.value();
        ContentRef ref = value.content().ref();
        return params.number(value.version())
                .at(value.asOf())
                .text(ref.digest())
                .number(ref.size())
                .bytes(Optional.of(loaded.bytes()));
    }

    long version(Connection connection, TenantId tenant, String name) throws SQLException {
        return db.first(
                        connection,
                        "SELECT version FROM " + table + " WHERE tenant = ? AND name = ?",
                        p -> p.text(tenant.value()).text(name),
                        row -> row.number("version"))
                .orElse(0L);
    }

    Optional<KeptValue> find(Connection connection, TenantId tenant, String name) throws SQLException {
        return db.first(
                connection,
                "SELECT version, as_of, digest, size, bytes FROM " + table + " WHERE tenant = ? AND name = ?",
                p -> p.text(tenant.value()).text(name),
                row -> new KeptValue(name, row.number("version"), row.at("as_of"), content(row)));
    }

    private static Content content(Row row) throws SQLException {
        byte[] bytes = row.bytes("bytes");
        ContentRef ref = new ContentRef(row.text("digest"), row.number("size"));
        return Content.reading(ref, () -> new ByteArrayInputStream(bytes)).inMemory();
    }
}
