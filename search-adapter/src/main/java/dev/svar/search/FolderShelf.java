package dev.svar.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generations in folders beside one another, {@code g1}, {@code g2} …; the file {@code live} says which one counts and is
 * replaced in one step. A lock, which ends with its process, keeps a second process out.
 */
final class FolderShelf implements Shelf {
    private static final Logger LOG = LoggerFactory.getLogger(FolderShelf.class);
    private static final String LIVE = "live";
    private static final String LIVE_SOON = "live.new";
    private static final String LOCK = "svar.lock";

    private final Path folder;
    private final Directory root;
    private final Lock lock;
    private long live;
    private long next;

    private FolderShelf(Path folder, Directory root, Lock lock, long live) {
        this.folder = folder;
        this.root = root;
        this.lock = lock;
        this.live = live;
        this.next = live;
    }

    static FolderShelf open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Directory root = FSDirectory.open(folder);
        try {
            return locked(folder, root, root.obtainLock(LOCK));
        } catch (IOException e) {
            root.close();
            throw e;
        }
    }

    private static FolderShelf locked(Path folder, Directory root, Lock lock) throws IOException {
        try {
            FolderShelf shelf = new FolderShelf(folder, root, lock, readLive(folder));
            shelf.tidy();
            return shelf;
        } catch (IOException e) {
            IOUtils.closeWhileHandlingException(lock);
            throw e;
        }
    }

    private static long readLive(Path folder) throws IOException {
        Path file = folder.resolve(LIVE);
        if (!Files.exists(file)) {
            return 1;
        }
        String name = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return name.matches("g\\d{1,15}") ? Long.parseLong(name.substring(1)) : 1;
    }

    @Override
    public Directory live() throws IOException {
        return FSDirectory.open(folder(live));
    }

    @Override
    public Directory next() throws IOException {
        next = live + 1;
        remove(folder(next));
        return FSDirectory.open(folder(next));
    }

    @Override
    public void promote() throws IOException {
        Path soon = folder.resolve(LIVE_SOON);
        Files.write(soon, name(next).getBytes(StandardCharsets.UTF_8));
        IOUtils.fsync(soon, false);
        Files.move(soon, folder.resolve(LIVE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        IOUtils.fsync(folder, true);
        live = next;
    }

    @Override
    public void tidy() {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> old = all.filter(path -> path.getFileName().toString().matches("g\\d{1,15}"))
                    .filter(path -> !path.equals(folder(live)))
                    .toList();
            for (Path path : old) {
                remove(path);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("an old generation of the index in {} stays for now", folder, e);
        }
    }

    private static void remove(Path generation) throws IOException {
        IOUtils.rm(generation);
    }

    private Path folder(long number) {
        return folder.resolve(name(number));
    }

    private static String name(long number) {
        return String.format(Locale.ROOT, "g%d", number);
    }

    @Override
    public void close() throws IOException {
        try (root) {
            lock.close();
        }
    }
}
