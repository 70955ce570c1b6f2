package dev.svar.store;

import dev.svar.contact.TenantId;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Port: keeps the bytes of contents apart from everything else that a store holds, for example in files. Implementations are
 * safe for use by several threads and, on the same place, by several nodes.
 *
 * <p>The {@link DeskStore} that uses it decides which contents there are; this one only holds bytes by tenant and digest. The
 * order is what keeps both together: a blob is put before the commit that speaks of it ends, so whatever a commit speaks of is
 * there; it is deleted after the commit that erased it, and only while no commit can begin to speak of it. So a process that
 * dies between the two leaves at most a blob that nothing speaks of, which the store finds with {@link #visit} and deletes.
 *
 * <p>Tenants are walls: the same bytes of two tenants are two blobs. A tenant's name is any text; what it is called where the
 * blobs lie must not depend on its characters. What a failing medium does is a {@link StoreException}.
 */
public interface BlobStore {
    /** The most blobs that are visited at once. */
    int MAX_BATCH = 200;

    /**
     * Keeps bytes; afterwards they are there, also if the machine loses power. Does nothing but look if they were kept before.
     * If it fails, nobody ever sees a part of them.
     *
     * @param tenant whose
     * @param content the bytes; read once, piece by piece
     * @throws dev.svar.message.DamagedContentException if the bytes cannot be read or are not what their digest says
     * @throws StoreException if they cannot be kept
     */
    void put(TenantId tenant, Content content);

    /**
     * Finds bytes.
     *
     * @param tenant whose
     * @param ref which
     * @return the bytes, to be opened; empty if they were never put or were deleted
     * @throws dev.svar.message.DamagedContentException if the number of bytes is not the one that they were put with
     * @throws StoreException if the medium cannot be read
     */
    Optional<Content> find(TenantId tenant, ContentRef ref);

    /**
     * Deletes bytes; does nothing if they are not there. Who has opened them may read on or not.
     *
     * @param tenant whose
     * @param ref which
     * @throws StoreException if they cannot be deleted
     */
    void delete(TenantId tenant, ContentRef ref);

    /**
     * Shows all blobs of a tenant that were put before an instant, in no particular order, each once; those that are put or
     * deleted meanwhile may be among them or not. Also clears away what puts left unfinished that were interrupted before that
     * instant. Memory does not grow with the number of blobs.
     *
     * @param tenant whose
     * @param putBefore only blobs that the medium's clock says were put before it; further back than any put takes, or puts
     *     that are under way are taken for interrupted ones and fail
     * @param visitor gets them, at most {@value #MAX_BATCH} at once, and may delete them
     * @throws StoreException if the medium cannot be read
     */
    void visit(TenantId tenant, Instant putBefore, Consumer<List<ContentRef>> visitor);
}
