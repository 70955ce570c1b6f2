package dev.svar.jdbc;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.svar.contact.TenantId;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.message.DamagedContentException;
import dev.svar.store.BlobStore;
import dev.svar.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Blobs in files of one folder, which several nodes may share if its file system renames atomically: a local disk does, NFS
 * too. A file is named by its digest and lies in one of 256 folders of its tenant, which is named by the digest of the
 * tenant's name. It is written under another name, forced to the disk and then renamed, so it is whole or not there. Files
 * are readable by the user of the process only. Immutable, safe for use by several threads.
 *
 * <p>A medium that is full is a {@link StoreException} that is worth another try; a folder that cannot be written to or is
 * none is one that is not.
 */
public final class FileBlobs implements BlobStore {
    private final Path root;

    private FileBlobs(Path root) {
        this.root = root;
    }

    /**
     * Blobs in a folder.
     *
     * @param folder where; it is created by the first put, and nothing else may be in it
     * @return the blobs; the file system is not touched yet
     */
    public static FileBlobs in(Path folder) {
        return new FileBlobs(folder.toAbsolutePath());
    }

    private Path folder(TenantId tenant) {
        return root.resolve(Digest.of(tenant.value()));
    }

    private Path file(TenantId tenant, ContentRef ref) {
        return folder(tenant).resolve(ref.digest().substring(0, 2)).resolve(ref.digest());
    }

    @Override
    public void put(TenantId tenant, Content content) {
        Path file = file(tenant, content.ref());
        try {
            if (sizeOf(file).filter(size -> size == content.ref().size()).isPresent()) {
                return;
            }
            Path folder = file.resolveSibling("");
            create(folder);
            Path unfinished = BlobWalk.newUnfinished(folder);
            try {
                write(content, unfinished);
                Files.move(unfinished, file, ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            force(folder);
        } catch (IOException e) {
            throw failed("keeping bytes in a file", e);
        }
    }

    private static void write(Content content, Path file) throws IOException {
        try (InputStream in = content.open();
                FileChannel channel = FileChannel.open(file, WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            in.transferTo(out);
            channel.force(true);
        }
    }

    private static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.resolveSibling("");
        create(parent);
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            // Another thread was faster.
        }
        force(parent);
    }

    /** What a folder lists is as safe as the files in it only when the folder was forced to the disk too. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // Windows opens no folders; its file system keeps a journal of renames.
        }
    }

    @Override
    public Optional<Content> find(TenantId tenant, ContentRef ref) {
        Path file = file(tenant, ref);
        try {
            Optional<Long> size = sizeOf(file);
            if (size.isPresent() && size.get() != ref.size()) {
                throw new DamagedContentException(ref, "has " + size.get() + " bytes in its file");
            }
            return size.map(there -> Content.reading(ref, () -> open(file)));
        } catch (IOException e) {
            throw failed("finding bytes in a file", e);
        }
    }

    private InputStream open(Path file) throws IOException {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw e; // Deleted meanwhile: the bytes are at fault, not the medium.
        } catch (IOException e) {
            throw failed("reading bytes from a file", e);
        }
    }

    private static Optional<Long> sizeOf(Path file) throws IOException {
        try {
            return Optional.of(
                    Files.readAttributes(file, BasicFileAttributes.class).size());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(TenantId tenant, ContentRef ref) {
        Path file = file(tenant, ref);
        try {
            if (Files.deleteIfExists(file)) {
                force(file.resolveSibling(""));
            }
        } catch (IOException e) {
            throw failed("deleting a file", e);
        }
    }

    @Override
    public void visit(TenantId tenant, Instant putBefore, Consumer<List<ContentRef>> visitor) {
        try {
            new BlobWalk(putBefore, visitor).through(folder(tenant));
        } catch (IOException e) {
            throw failed("looking through files", e);
        }
    }

    private StoreException failed(String what, IOException e) {
        boolean lasting = e instanceof AccessDeniedException || isNoFolder();
        return new StoreException(what + " failed: " + e.getClass().getSimpleName(), e, !lasting);
    }

    /** Whether a file stands where the folder, or one that it lies in, is or should be. */
    private boolean isNoFolder() {
        Path nearest = root;
        while (!Files.exists(nearest)) {
            nearest = nearest.resolveSibling("");
        }
        return !Files.isDirectory(nearest);
    }
}
