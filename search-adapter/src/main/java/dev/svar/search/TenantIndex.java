package dev.svar.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.store.AlreadyClosedException;

/** The index of one tenant: opened when it is asked for, closed when another needs its place, and opened again. */
final class TenantIndex implements Closeable {
    /** Where an index is found. */
    @FunctionalInterface
    interface Place {
        Shelf open() throws IOException;
    }

    private final Place place;
    private volatile Optional<OneIndex> open = Optional.empty();
    private boolean finished;

    /** How many use it now, or wait for it. Counted under the lock of all indexes, not of this one. */
    private int users;

    TenantIndex(Place place) {
        this.place = place;
    }

    OneIndex opened() throws IOException {
        Optional<OneIndex> known = open;
        return known.isPresent() ? known.get() : openNow();
    }

    private synchronized OneIndex openNow() throws IOException {
        if (finished) {
            throw new AlreadyClosedException("index");
        }
        if (open.isEmpty()) {
            open = Optional.of(OneIndex.on(place.open()));
        }
        return open.get();
    }

    boolean isOpen() {
        return open.isPresent();
    }

    /** The next use opens it anew. */
    @Override
    public synchronized void close() throws IOException {
        Optional<OneIndex> known = open;
        open = Optional.empty();
        if (known.isPresent()) {
            known.get().close();
        }
    }

    /** For ever. */
    synchronized void finish() throws IOException {
        finished = true;
        close();
    }

    void enter() {
        users++;
    }

    void leave() {
        users--;
    }

    boolean isIdle() {
        return users == 0;
    }
}
