package dev.svar.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One index through all its generations. Whoever looks is never in the way of whoever writes; those that write wait for one
 * another.
 */
final class OneIndex implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(OneIndex.class);
    private static final Stand EMPTY = new Stand(0, "");

    private final Shelf shelf;
    private volatile Generation live;
    private volatile boolean closed;

    private OneIndex(Shelf shelf, Generation live) {
        this.shelf = shelf;
        this.live = live;
    }

    /** Takes over the shelf, also if it fails. */
    static OneIndex on(Shelf shelf) throws IOException {
        boolean opened = false;
        try {
            OneIndex index = open(shelf);
            opened = true;
            return index;
        } finally {
            if (!opened) {
                IOUtils.closeWhileHandlingException(shelf);
            }
        }
    }

    private static OneIndex open(Shelf shelf) throws IOException {
        Directory directory = shelf.live();
        Optional<Generation> found = Generation.open(directory);
        if (found.isPresent()) {
            return new OneIndex(shelf, found.get());
        }
        boolean empty = directory.listAll().length == 0;
        directory.close();
        if (!empty) {
            LOG.warn("an index is damaged or of another version of the library: it begins again empty");
        }
        Generation fresh = Generation.create(shelf.next(), EMPTY, writer -> {});
        shelf.promote();
        shelf.tidy();
        return new OneIndex(shelf, fresh);
    }

    /** Something that is looked up. */
    @FunctionalInterface
    interface Look<T> {
        T in(View view) throws IOException;
    }

    Stand stand() {
        return live.stand();
    }

    <T> T look(Look<T> look) throws IOException {
        Generation generation = live;
        IndexSearcher searcher;
        try {
            searcher = generation.acquire();
        } catch (AlreadyClosedException e) {
            if (closed) {
                throw e;
            }
            return look(look); // another generation took its place between the two lines above
        }
        try {
            return look.in(generation.view(searcher));
        } finally {
            generation.release(searcher);
        }
    }

    /** Takes changes that follow the one at a position; not if the index is elsewhere. */
    synchronized boolean edit(long after, Stand next, Edit edit) throws IOException {
        mustBeOpen();
        if (stand().position() != after) {
            return false;
        }
        live.edit(next, edit);
        return true;
    }

    synchronized void replace(Stand stand, Edit content) throws IOException {
        mustBeOpen();
        Generation next = Generation.create(shelf.next(), stand, content);
        try {
            shelf.promote();
        } catch (IOException e) {
            IOUtils.closeWhileHandlingException(next);
            throw e;
        }
        Generation before = live;
        live = next;
        IOUtils.closeWhileHandlingException(before);
        shelf.tidy();
    }

    private void mustBeOpen() {
        if (closed) {
            throw new AlreadyClosedException("index");
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        try (shelf) {
            live.close();
        }
    }
}
