package dev.svar.testkit;

import dev.svar.contact.TenantId;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.store.BlobStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Does what a blob store should do, unless a step of it is replaced. */
class MemoryBlobs implements BlobStore {
    private static final Instant PUT = Instant.parse("2026-12-01T09:00:00Z");

    private record Key(String tenant, ContentRef ref) {}

    private final Map<Key, Content> blobs = new ConcurrentHashMap<>();

    /** What keeps tenants apart. */
    String wall(TenantId tenant) {
        return tenant.value();
    }

    Content copied(Content content) {
        return content.inMemory();
    }

    int batch() {
        return MAX_BATCH;
    }

    @Override
    public void put(TenantId tenant, Content content) {
        Key key = new Key(wall(tenant), content.ref());
        if (!blobs.containsKey(key)) {
            blobs.put(key, copied(content));
        }
    }

    @Override
    public Optional<Content> find(TenantId tenant, ContentRef ref) {
        return Optional.ofNullable(blobs.get(new Key(wall(tenant), ref)));
    }

    @Override
    public void delete(TenantId tenant, ContentRef ref) {
        blobs.remove(new Key(wall(tenant), ref));
    }

    @Override
    public void visit(TenantId tenant, Instant putBefore, Consumer<List<ContentRef>> visitor) {
        List<ContentRef> all = blobs.keySet().stream()
                .filter(key -> key.tenant().equals(wall(tenant)) && PUT.isBefore(putBefore))
                .map(Key::ref)
                .toList();
        for (int from = 0; from < all.size(); from += batch()) {
            visitor.accept(all.subList(from, Math.min(from + batch(), all.size())));
        }
    }
}
