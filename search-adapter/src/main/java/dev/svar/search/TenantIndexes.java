package dev.svar.search;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.SearchIndexException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An index for each tenant, opened when it is asked for: nothing of one tenant is in the index of another. Who opens or closes one
 * is waited for by those who want the same one only.
 */
final class TenantIndexes implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(TenantIndexes.class);

    /**
     * How many indexes on disk stay open: of those that nobody uses at the moment the one that was not used for longest is closed
     * for another.
     */
    private static final int MAX_OPEN = 500;

    private static final int MAX_ATTEMPTS = 5;

    private final Shelves shelves;
    private final int maxOpen;
    private final Map<TenantId, TenantIndex> known = new LinkedHashMap<>(16, 0.75f, true);
    private boolean closed;

    /** In a folder; in memory, where none is closed, without one. */
    TenantIndexes(Optional<Path> folder) {
        this(
                tenant -> folder.isPresent()
                        ? FolderShelf.open(folder.get().resolve(TenantFolder.of(tenant)))
                        : new MemoryShelf(),
                folder.isPresent() ? MAX_OPEN : Integer.MAX_VALUE);
    }

    TenantIndexes(Shelves shelves, int maxOpen) {
        this.shelves = shelves;
        this.maxOpen = maxOpen;
    }

    /** Where the indexes of tenants are found. */
    @FunctionalInterface
    interface Shelves {
        Shelf of(TenantId tenant) throws IOException;
    }

    /** Something that is done with an index. */
    @FunctionalInterface
    interface Use<T> {
        T of(OneIndex index) throws IOException;
    }

    <T> T with(TenantId tenant, String what, Use<T> use) {
        try {
            TenantIndex index = enter(tenant);
            try {
                makeRoom();
                return attempt(index, use);
            } finally {
                leave(tenant, index);
            }
        } catch (LockObtainFailedException e) {
            throw new SearchIndexException(
                    SearchIndexException.Reason.LOCKED,
                    "cannot " + what + ": another process uses the folder, give each process one of its own",
                    e);
        } catch (AlreadyClosedException e) {
            throw new SearchIndexException(
                    SearchIndexException.Reason.CLOSED, "cannot " + what + ": the index was closed", e);
        } catch (IOException e) {
            throw Generation.isDamage(e)
                    ? storage("cannot " + what + ": the index is damaged, it begins again when it is used next", e)
                    : storage("cannot " + what + ": look at the cause, perhaps the disk is full or not writable", e);
        }
    }

    /** Again if it was closed meanwhile. */
    private static <T> T attempt(TenantIndex index, Use<T> use) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return use.of(index.opened());
            } catch (AlreadyClosedException e) {
                if (attempt == MAX_ATTEMPTS) {
                    throw e;
                }
            } catch (IOException e) {
                if (Generation.isDamage(e)) {
                    IOUtils.closeWhileHandlingException(index); // opening it anew finds the damage
                }
                throw e;
            }
        }
    }

    private static SearchIndexException storage(String message, IOException cause) {
        return new SearchIndexException(SearchIndexException.Reason.STORAGE, message, cause);
    }

    private synchronized TenantIndex enter(TenantId tenant) {
        if (closed) {
            throw new AlreadyClosedException("indexes");
        }
        TenantIndex index = known.computeIfAbsent(tenant, added -> new TenantIndex(() -> shelves.of(added)));
        index.enter();
        return index;
    }

    private synchronized void leave(TenantId tenant, TenantIndex index) {
        index.leave();
        if (index.isIdle() && !index.isOpen()) {
            known.remove(tenant, index);
        }
    }

    /** Closes others while too many are open, of those that nobody uses; only who begins to use one just then is waited for. */
    private void makeRoom() {
        for (Optional<Map.Entry<TenantId, TenantIndex>> idle = enterIdle(); idle.isPresent(); idle = enterIdle()) {
            TenantId tenant = idle.get().getKey();
            TenantIndex index = idle.get().getValue();
            try {
                index.close();
            } catch (IOException e) {
                LOG.warn("cannot close the index of {}", tenant, e);
            } finally {
                leave(tenant, index);
            }
        }
    }

    private synchronized Optional<Map.Entry<TenantId, TenantIndex>> enterIdle() {
        if (known.size() <= maxOpen) {
            return Optional.empty();
        }
        Optional<Map.Entry<TenantId, TenantIndex>> idle = known.entrySet().stream()
                .filter(one -> one.getValue().isIdle())
                .findFirst()
                .map(Map.Entry::copyOf);
        idle.ifPresent(one -> one.getValue().enter());
        return idle;
    }

    @Override
    public void close() {
        Optional<IOException> failed = Optional.empty();
        for (TenantIndex index : finished()) {
            try {
                index.finish();
            } catch (IOException e) {
                failed = Optional.of(e);
            }
        }
        if (failed.isPresent()) {
            throw storage("cannot close an index", failed.get());
        }
    }

    private synchronized List<TenantIndex> finished() {
        closed = true;
        return new ArrayList<>(known.values());
    }
}
