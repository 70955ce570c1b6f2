package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.message.DamagedContentException;
import dev.svar.store.BlobStore;
import dev.svar.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Raw messages and attachments, in chunks, wherever the desk keeps them. */
final class ContentLines extends LineKind<Content> {
    private final ContentRows rows;
    private final Optional<BlobStore> blobs;

    ContentLines(String prefix, ContentRows rows, Optional<BlobStore> blobs) {
        super("content", new RowPages(prefix + "content", List.of(KeyColumn.text("digest")), "size", " AND place = 0"));
        this.rows = rows;
        this.blobs = blobs;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("digest", row.text("digest")).put("size", row.number("size"));
    }

    /** One chunk is in memory at a time. */
    @Override
    void lines(Connection connection, TenantId tenant, JsonObject line, Lines out) {
        ContentRef ref = ref(line);
        Content content = new KeptContents(new OpenTransaction(connection), rows, blobs)
                .find(tenant, ref)
                .orElseThrow(() -> new StoreException("a content is gone that the same transaction saw"));
        try (InputStream in = content.open()) {
            long offset = 0;
            do {
                byte[] bytes = in.readNBytes(ArchiveFormat.CHUNK_BYTES);
                out.add(line.put("offset", offset)
                        .put("bytes", Base64.getEncoder().encodeToString(bytes)));
                offset += bytes.length;
            } while (offset < ref.size());
        } catch (IOException e) {
            throw new DamagedContentException(ref, e);
        }
    }

    static ContentRef ref(JsonObject line) {
        return new ContentRef(line.text("digest"), line.number("size"));
    }

    @Override
    Assembly<Content> assembly(TenantId tenant) {
        return new ContentChunks();
    }

    @Override
    void insert(Script script, TenantId tenant, List<Content> contents) throws SQLException {
        rows.load(script, tenant, contents);
    }
}
