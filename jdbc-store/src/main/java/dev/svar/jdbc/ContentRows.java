package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.message.DamagedContentException;
import dev.svar.store.BlobStore;
import dev.svar.store.MessageRedaction;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Bytes that were kept, in pieces of one row each, so that no more than a piece is ever in memory, here or in the database.
 * The row of the first piece says that the content is kept; if it has no bytes, all of them are in the blob store.
 */
final class ContentRows {
    /** How many bytes a row has, except for the last one of a content. */
    static final int PIECE = 256 * 1024;

    private static final long FIRST = 0;

    private final Dialect dialect;
    private final Sql db;
    private final Optional<BlobStore> blobs;
    private final String table;
    private final String insert;

    ContentRows(Dialect dialect, String prefix, Optional<BlobStore> blobs) {
        this.dialect = dialect;
        this.db = new Sql(dialect);
        this.blobs = blobs;
        this.table = prefix + "content";
        this.insert = "INSERT INTO " + table + " (tenant, digest, place, size, bytes) VALUES (" + Sql.marks(5) + ")";
    }

    /** The first piece of a content, or that there is none here. */
    record First(Optional<byte[]> bytes) {}

    /** Adds those that are not there. */
    void add(Connection connection, TenantId tenant, Collection<Content> contents) throws SQLException {
        SortedMap<String, Content> byDigest = new TreeMap<>();
        contents.forEach(c -> byDigest.put(c.ref().digest(), c));
        for (List<String> some : Sql.chunks(List.copyOf(byDigest.keySet()))) {
            kept(connection, tenant, some).forEach(byDigest::remove);
        }
        for (Content content : byDigest.values()) {
            if (blobs.isPresent()) {
                reserve(connection, tenant, content.ref());
                // It was put before; whoever collects garbage may have been faster, and is kept out by the row from
                // here on.
                blobs.get().put(tenant, content);
            } else {
                insertPieces(connection, tenant, content);
            }
        }
    }

    /** Adds contents that are not there. Those of one piece go to the database in one go. */
    void load(Script script, TenantId tenant, Collection<Content> contents) throws SQLException {
        if (blobs.isPresent()) {
            script.addAll(insert, contents, (p, c) -> bind(p, tenant, c.ref(), FIRST, Optional.empty()), Demand.NONE);
            script.run();
            contents.forEach(content -> blobs.get().put(tenant, content));
            return;
        }
        Map<Boolean, List<Content>> byLength =
                contents.stream().collect(Collectors.partitioningBy(c -> c.ref().size() > PIECE));
        script.addAll(
                insert,
                byLength.getOrDefault(false, List.of()),
                (p, c) -> bind(p, tenant, c.ref(), FIRST, Optional.of(bytes(c))),
                Demand.NONE);
        Connection connection = script.connection();
        for (Content content : byLength.getOrDefault(true, List.of())) {
            insertPieces(connection, tenant, content);
        }
    }

    private static byte[] bytes(Content content) {
        try (InputStream in = content.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new DamagedContentException(content.ref(), e);
        }
    }

    /** Which of these digests are kept; at most as many as fit into one statement. */
    Set<String> kept(Connection connection, TenantId tenant, List<String> digests) throws SQLException {
        Keys<String> asked = Keys.of(dialect, tenant, digests);
        String sql = "SELECT digest FROM " + table + " WHERE " + asked.in("digest") + " AND place = 0";
        return new HashSet<>(db.list(connection, sql, asked::bind, row -> row.text("digest")));
    }

    /** Says that a content is kept elsewhere. Nobody else can say so before this transaction has ended. */
    void reserve(Connection connection, TenantId tenant, ContentRef ref) throws SQLException {
        insert(connection, tenant, ref, FIRST, Optional.empty());
    }

    private void insertPieces(Connection connection, TenantId tenant, Content content) throws SQLException {
        long pieces = Math.max(1, (content.ref().size() + PIECE - 1) / PIECE);
        try (InputStream in = content.open()) {
            for (long place = 0; place < pieces; place++) {
                insert(connection, tenant, content.ref(), place, Optional.of(in.readNBytes(PIECE)));
            }
        } catch (IOException e) {
            throw new DamagedContentException(content.ref(), e);
        }
    }

    private void insert(Connection connection, TenantId tenant, ContentRef ref, long place, Optional<byte[]> bytes)
            throws SQLException {
        try {
            db.update(connection, insert, p -> bind(p, tenant, ref, place, bytes));
        } catch (SQLException e) {
            throw dialect.isDuplicateKey(e) ? new LostRaceException(e) : e;
        }
    }

    private static void bind(Params params, TenantId tenant, ContentRef ref, long place, Optional<byte[]> bytes)
            throws SQLException {
        params.text(tenant.value())
                .text(ref.digest())
                .number(place)
                .number(ref.size())
                .bytes(bytes);
    }

    /** Erases what redactions take away, wherever else it is used. */
    void erase(Connection connection, TenantId tenant, Collection<MessageRedaction> redactions) throws SQLException {
        SortedSet<String> digests = new TreeSet<>();
        redactions.forEach(redaction -> redaction.erased().forEach(ref -> digests.add(ref.digest())));
        erase(connection, tenant, digests);
    }

    void erase(Connection connection, TenantId tenant, SortedSet<String> digests) throws SQLException {
        db.batch(
                connection,
                "DELETE FROM " + table + " WHERE tenant = ? AND digest = ?",
                digests,
                (p, digest) -> p.text(tenant.value()).text(digest));
    }

    Optional<First> first(Connection connection, TenantId tenant, ContentRef ref) throws SQLException {
        return piece(connection, tenant, ref, 0, row -> new First(row.optionalBytes("bytes")));
    }

    /** A later piece; empty if the content was erased. */
    Optional<byte[]> next(Connection connection, TenantId tenant, ContentRef ref, long place) throws SQLException {
        return piece(connection, tenant, ref, place, row -> row.bytes("bytes"));
    }

    private <T> Optional<T> piece(
            Connection connection, TenantId tenant, ContentRef ref, long place, Sql.Reader<T> reader)
            throws SQLException {
        return db.first(
                connection,
                "SELECT bytes FROM " + table + " WHERE tenant = ? AND digest = ? AND place = ? AND size = ?",
                p -> p.text(tenant.value()).text(ref.digest()).number(place).number(ref.size()),
                reader);
    }
}
