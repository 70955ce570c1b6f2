package dev.svar.search;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.SearchIndexException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;

/** An index for each tenant, opened when it is first asked for: nothing of one tenant is in the index of another. */
final class TenantIndexes implements Closeable {
    private final Optional<Path> folder;
    private final Map<TenantId, OneIndex> open = new HashMap<>();
    private boolean closed;

    /** In a folder; in memory without one. */
    TenantIndexes(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Something that is done with an index. */
    @FunctionalInterface
    interface Use<T> {
        T of(OneIndex index) throws IOException;
    }

    <T> T with(TenantId tenant, String what, Use<T> use) {
        try {
            return use.of(index(tenant));
        } catch (LockObtainFailedException e) {
            throw new SearchIndexException(
                    SearchIndexException.Reason.LOCKED,
                    "cannot " + what + ": another process uses the folder, give each process one of its own",
                    e);
        } catch (CorruptIndexException e) {
            forget(tenant);
            throw storage("cannot " + what + ": the index is damaged, it begins again when it is used next", e);
        } catch (AlreadyClosedException e) {
            throw new SearchIndexException(
                    SearchIndexException.Reason.CLOSED, "cannot " + what + ": the index was closed", e);
        } catch (IOException e) {
            throw storage("cannot " + what + ": look at the cause, perhaps the disk is full or not writable", e);
        }
    }

    private static SearchIndexException storage(String message, IOException cause) {
        return new SearchIndexException(SearchIndexException.Reason.STORAGE, message, cause);
    }

    private synchronized OneIndex index(TenantId tenant) throws IOException {
        if (closed) {
            throw new AlreadyClosedException("indexes");
        }
        OneIndex known = open.get(tenant);
        if (known == null) {
            known = OneIndex.on(shelf(tenant));
            open.put(tenant, known);
        }
        return known;
    }

    private Shelf shelf(TenantId tenant) throws IOException {
        return folder.isPresent()
                ? FolderShelf.open(folder.get().resolve(TenantFolder.of(tenant)))
                : new MemoryShelf();
    }

    /** The next use opens it anew, which finds the damage. */
    private synchronized void forget(TenantId tenant) {
        OneIndex damaged = open.remove(tenant);
        if (damaged != null) {
            closeQuietly(damaged);
        }
    }

    private static void closeQuietly(OneIndex index) {
        try {
            index.close();
        } catch (IOException e) {
            throw storage("cannot close a damaged index", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        open.values().forEach(TenantIndexes::closeQuietly);
        open.clear();
    }
}
