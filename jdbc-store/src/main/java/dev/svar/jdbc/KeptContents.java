package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.message.DamagedContentException;
import dev.svar.store.BlobStore;
import dev.svar.store.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/** The contents that the tables speak of, read from the tables or from the blob store, and blobs that they do not speak of. */
final class KeptContents {
    private static final String READING = "reading bytes";

    private final Transactions transactions;
    private final ContentRows rows;
    private final Optional<BlobStore> blobs;

    KeptContents(Transactions transactions, ContentRows rows, Optional<BlobStore> blobs) {
        this.transactions = transactions;
        this.rows = rows;
        this.blobs = blobs;
    }

    Optional<Content> find(TenantId tenant, ContentRef ref) {
        Optional<ContentRows.First> first = first(tenant, ref);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Optional<byte[]> bytes = first.get().bytes();
        return bytes.isPresent() ? Optional.of(fromRows(tenant, ref, bytes.get())) : fromBlobs(tenant, ref);
    }

    private Optional<ContentRows.First> first(TenantId tenant, ContentRef ref) {
        return transactions.read(READING, connection -> rows.first(connection, tenant, ref));
    }

    private Content fromRows(TenantId tenant, ContentRef ref, byte[] first) {
        return Content.reading(
                ref,
                () -> new PieceStream(
                        first,
                        place -> transactions.read(READING, connection -> rows.next(connection, tenant, ref, place))));
    }

    /** A blob that is not there was either erased in this moment, and then its row is gone too, or lost. */
    private Optional<Content> fromBlobs(TenantId tenant, ContentRef ref) {
        Optional<Content> found = blobs.orElseThrow(() ->
                        new StoreException("the bytes are not in the database: build the store with the blob store"
                                + " that they were put into"))
                .find(tenant, ref);
        if (found.isEmpty() && first(tenant, ref).isPresent()) {
            throw new DamagedContentException(ref, "is not in the blob store");
        }
        return found;
    }

    /** Deletes blobs that were put before an instant and that no row speaks of. */
    long removeUnused(TenantId tenant, Instant putBefore) {
        AtomicLong removed = new AtomicLong();
        blobs.ifPresent(store -> store.visit(
                tenant,
                putBefore,
                refs -> unused(tenant, refs).stream()
                        .filter(ref -> removeUnused(tenant, ref))
                        .forEach(ref -> removed.incrementAndGet())));
        return removed.get();
    }

    private List<ContentRef> unused(TenantId tenant, List<ContentRef> refs) {
        List<String> digests = refs.stream().map(ContentRef::digest).toList();
        Set<String> kept =
                transactions.read("finding unused bytes", connection -> rows.kept(connection, tenant, digests));
        return refs.stream().filter(ref -> !kept.contains(ref.digest())).toList();
    }

    /**
     * Deletes a blob unless a row speaks of it. A row of its own, which nobody ever sees, keeps commits that bring the same
     * bytes waiting until the blob is gone; they put it again.
     */
    boolean removeUnused(TenantId tenant, ContentRef ref) {
        return transactions.write("removing unused bytes", connection -> {
            if (!rows.kept(connection, tenant, List.of(ref.digest())).isEmpty()) {
                return false;
            }
            rows.reserve(connection, tenant, ref);
            blobs.orElseThrow().delete(tenant, ref);
            rows.erase(connection, tenant, new TreeSet<>(Set.of(ref.digest())));
            return true;
        });
    }
}
