package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.store.MessageRedaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Bytes that were kept. */
final class ContentRows {
    private final Dialect dialect;
    private final String table;

    ContentRows(Dialect dialect, String prefix) {
        this.dialect = dialect;
        this.table = prefix + "content";
    }

    /** Adds those that are not there. One statement each, for one content alone may be large. */
    void add(Connection connection, TenantId tenant, Collection<Content> contents) throws SQLException {
        SortedMap<String, Content> byDigest = new TreeMap<>();
        contents.forEach(c -> byDigest.put(c.ref().digest(), c));
        for (List<String> some : Sql.chunks(List.copyOf(byDigest.keySet()))) {
            Keys<String> asked = Keys.of(dialect, tenant, some);
            String sql = "SELECT digest FROM " + table + " WHERE " + asked.in("digest");
            Sql.list(connection, sql, asked::bind, row -> row.text("digest")).forEach(byDigest::remove);
        }
        for (Content content : byDigest.values()) {
            insert(connection, tenant, content);
        }
    }

    private void insert(Connection connection, TenantId tenant, Content content) throws SQLException {
        try {
            Sql.update(
                    connection,
                    "INSERT INTO " + table + " (tenant, digest, size, bytes) VALUES (?, ?, ?, ?)",
                    p -> p.text(tenant.value())
                            .text(content.ref().digest())
                            .number(content.ref().size())
                            .bytes(content.bytes()));
        } catch (SQLException e) {
            throw dialect.isDuplicateKey(e) ? new LostRaceException(e) : e;
        }
    }

    /** Erases what redactions take away, wherever else it is used. */
    void erase(Connection connection, TenantId tenant, Collection<MessageRedaction> redactions) throws SQLException {
        SortedSet<String> digests = new TreeSet<>();
        redactions.forEach(redaction -> redaction.erased().forEach(ref -> digests.add(ref.digest())));
        Sql.batch(
                connection,
                "DELETE FROM " + table + " WHERE tenant = ? AND digest = ?",
                digests,
                (p, digest) -> p.text(tenant.value()).text(digest));
    }

    Optional<Content> find(Connection connection, TenantId tenant, ContentRef ref) throws SQLException {
        return Sql.first(
                connection,
                "SELECT bytes FROM " + table + " WHERE tenant = ? AND digest = ? AND size = ?",
                p -> p.text(tenant.value()).text(ref.digest()).number(ref.size()),
                row -> Content.of(row.bytes("bytes")));
    }
}
