package dev.svar.search;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;

/**
 * An index that lives until it is replaced by the next. Each edit is one commit: after a crash it is there or it is not. Between
 * edits nothing is open for writing, so that an edit that fails leaves nothing behind but the index as it was.
 */
final class Generation implements Closeable {
    /** Few segments: each word is looked up in each of them. */
    private static final int SEGMENTS_OF_A_SIZE = 4;

    private final Directory directory;
    private final SearcherManager searchers;
    private final Map<IndexReader.CacheKey, Segment> segments = new ConcurrentHashMap<>();
    private volatile Stand stand;
    private final AtomicLong edits = new AtomicLong();
    private volatile long seen;

    private Generation(Directory directory, SearcherManager searchers, Stand stand) {
        this.directory = directory;
        this.searchers = searchers;
        this.stand = stand;
    }

    /** Makes an index in an empty directory. */
    static Generation create(Directory directory, Stand stand, Edit content) throws IOException {
        write(directory, OpenMode.CREATE, stand, writer -> {
            content.write(writer);
            writer.forceMerge(1);
        });
        return new Generation(directory, searchers(directory), stand);
    }

    /** Opens an index; empty if there is none, if it is damaged or of another version. Every byte of it is checked. */
    static Optional<Generation> open(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            Optional<Stand> stand = Stand.read(reader.getIndexCommit().getUserData());
            if (stand.isEmpty()) {
                return Optional.empty();
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return Optional.of(new Generation(directory, searchers(directory), stand.get()));
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            if (isDamage(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether an error says that what was written cannot be what is read. */
    static boolean isDamage(Exception e) {
        return e instanceof CorruptIndexException
                || e instanceof IndexFormatTooOldException
                || e instanceof IndexFormatTooNewException
                || e instanceof IndexNotFoundException
                || e instanceof EOFException
                || e instanceof FileNotFoundException
                || e instanceof NoSuchFileException
                || e instanceof IllegalArgumentException
                || e instanceof IllegalStateException;
    }

    Stand stand() {
        return stand;
    }

    void edit(Stand next, Edit edit) throws IOException {
        // Appending to an index that somebody removed must fail: a new one would lack all else and look whole.
        write(directory, OpenMode.APPEND, next, edit);
        stand = next;
        // It is committed, so this must not fail any more: whoever looks next sees to it that it is seen.
        edits.incrementAndGet();
    }

    IndexSearcher acquire() throws IOException {
        long now = edits.get();
        if (seen != now) {
            searchers.maybeRefreshBlocking();
            seen = now; // an edit that came meanwhile is not among those that were seen
        }
        return searchers.acquire();
    }

    /** What a searcher sees, with what is kept of its segments as long as somebody reads them. */
    View view(IndexSearcher searcher) {
        List<Segment> kept = new ArrayList<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            IndexReader.CacheHelper core = leaf.reader().getCoreCacheHelper();
            kept.add(segments.computeIfAbsent(core.getKey(), added -> {
                core.addClosedListener(segments::remove);
                return new Segment();
            }));
        }
        return new View(searcher, kept);
    }

    void release(IndexSearcher searcher) throws IOException {
        searchers.release(searcher);
    }

    private static void write(Directory directory, OpenMode mode, Stand stand, Edit edit) throws IOException {
        // A host did not ask for threads: merging is a part of the edit that makes it due.
        IndexWriterConfig config = new IndexWriterConfig()
                .setOpenMode(mode)
                .setMergePolicy(new TieredMergePolicy()
                        .setSegmentsPerTier(SEGMENTS_OF_A_SIZE)
                        .setMaxMergeAtOnce(SEGMENTS_OF_A_SIZE))
                .setMergeScheduler(new SerialMergeScheduler())
                .setCommitOnClose(false);
        IndexWriter writer = new IndexWriter(directory, config);
        try {
            edit.write(writer);
            // What is merged only after the commit is not in it: it would be thrown away and done again each time.
            writer.flush();
            writer.setLiveCommitData(stand.written().entrySet());
            writer.commit();
        } finally {
            // After a commit there is nothing to roll back; before it, nothing of the edit must stay.
            writer.rollback();
        }
    }

    private static SearcherManager searchers(Directory directory) throws IOException {
        return new SearcherManager(directory, new SearcherFactory());
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        directory.close();
    }
}
