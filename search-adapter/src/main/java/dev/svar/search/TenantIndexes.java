package dev.svar.search;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.SearchIndexException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;

/** An index for each tenant, opened when it is asked for: nothing of one tenant is in the index of another. */
final class TenantIndexes implements Closeable {
    /** How many indexes on disk are open: the one that was not used for longest is closed for another. */
    private static final int MAX_OPEN = 500;

    private static final int MAX_ATTEMPTS = 5;

    private final Optional<Path> folder;
    private final int maxOpen;
    private final Map<TenantId, OneIndex> open = new LinkedHashMap<>(16, 0.75f, true);
    private boolean closed;

    /** In a folder; in memory without one. */
    TenantIndexes(Optional<Path> folder) {
        this(folder, MAX_OPEN);
    }

    TenantIndexes(Optional<Path> folder, int maxOpen) {
        this.folder = folder;
        this.maxOpen = maxOpen;
    }

    /** Something that is done with an index. */
    @FunctionalInterface
    interface Use<T> {
        T of(OneIndex index) throws IOException;
    }

    <T> T with(TenantId tenant, String what, Use<T> use) {
        try {
            return attempt(tenant, use);
        } catch (LockObtainFailedException e) {
            throw new SearchIndexException(
                    SearchIndexException.Reason.LOCKED,
                    "cannot " + what + ": another process uses the folder, give each process one of its own",
                    e);
        } catch (AlreadyClosedException e) {
            throw new SearchIndexException(
                    SearchIndexException.Reason.CLOSED, "cannot " + what + ": the index was closed", e);
        } catch (IOException e) {
            if (Generation.isDamage(e)) {
                forget(tenant);
                throw storage("cannot " + what + ": the index is damaged, it begins again when it is used next", e);
            }
            throw storage("cannot " + what + ": look at the cause, perhaps the disk is full or not writable", e);
        }
    }

    /** Again if it was closed for another one meanwhile. */
    private <T> T attempt(TenantId tenant, Use<T> use) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return use.of(index(tenant));
            } catch (AlreadyClosedException e) {
                if (attempt == MAX_ATTEMPTS) {
                    throw e;
                }
            }
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
            if (folder.isPresent() && open.size() > maxOpen) {
                forget(open.keySet().iterator().next());
            }
        }
        return known;
    }

    private Shelf shelf(TenantId tenant) throws IOException {
        return folder.isPresent() ? FolderShelf.open(folder.get().resolve(TenantFolder.of(tenant))) : new MemoryShelf();
    }

    /** The next use opens it anew, which finds damage. */
    private synchronized void forget(TenantId tenant) {
        OneIndex one = open.remove(tenant);
        if (one != null) {
            close(one);
        }
    }

    private static void close(OneIndex index) {
        try {
            index.close();
        } catch (IOException e) {
            throw storage("cannot close an index", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        open.values().forEach(TenantIndexes::close);
        open.clear();
    }
}
