package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.store.BlobStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Does what another blob store does, unless a method is replaced. */
class ForwardingBlobs implements BlobStore {
    private final BlobStore blobs;

    ForwardingBlobs(BlobStore blobs) {
        this.blobs = blobs;
    }

    @Override
    public void put(TenantId tenant, Content content) {
        blobs.put(tenant, content);
    }

    @Override
    public Optional<Content> find(TenantId tenant, ContentRef ref) {
        return blobs.find(tenant, ref);
    }

    @Override
    public void delete(TenantId tenant, ContentRef ref) {
        blobs.delete(tenant, ref);
    }

    @Override
    public void visit(TenantId tenant, Instant putBefore, Consumer<List<ContentRef>> visitor) {
        blobs.visit(tenant, putBefore, visitor);
    }
}
