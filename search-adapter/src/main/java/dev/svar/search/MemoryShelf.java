package dev.svar.search;

import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Generations that are gone with the process. */
final class MemoryShelf implements Shelf {
    private Directory live = new ByteBuffersDirectory();
    private Directory next = live;

    @Override
    public Directory live() {
        return live;
    }

    @Override
    public Directory next() {
        next = new ByteBuffersDirectory();
        return next;
    }

    @Override
    public void promote() {
        live = next;
    }

    @Override
    public void tidy() {
        next = live;
    }

    @Override
    public void close() {
        next = live;
    }
}
