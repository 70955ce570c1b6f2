package dev.svar.search;

import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.SingleInstanceLockFactory;

/** Generations that are gone with the process. */
final class MemoryShelf implements Shelf {
    private Directory live = directory();
    private Directory next = live;

    /**
     * Read as files are that are mapped into memory: the usual way takes several steps for each byte, a quarter of all time. It is
     * deprecated since Lucene 10, which needs a newer Java, has a third.
     */
    @SuppressWarnings("deprecation")
    private static Directory directory() {
        return new ByteBuffersDirectory(
                new SingleInstanceLockFactory(),
                ByteBuffersDataOutput::new,
                ByteBuffersDirectory.OUTPUT_AS_MANY_BUFFERS_LUCENE);
    }

    @Override
    public Directory live() {
        return live;
    }

    @Override
    public Directory next() {
        next = directory();
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
