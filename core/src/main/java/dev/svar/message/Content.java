package dev.svar.message;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * Bytes with their digest: a raw message or an attachment. Where they lie, in memory, in a file or in a store, makes no
 * difference to who reads them: they are a stream that can be opened any number of times, and what is not in memory is
 * read piece by piece and compared with its digest. Two contents with the same digest and size are equal. Immutable, safe
 * for use by several threads.
 */
public final class Content {
    private static final int BUFFER = 64 * 1024;

    private final ContentRef ref;
    private final Source source;
    private final boolean inMemory;

    private Content(ContentRef ref, Source source, boolean inMemory) {
        this.ref = ref;
        this.source = source;
        this.inMemory = inMemory;
    }

    /** Where the bytes of a content are read from. Safe for use by several threads. */
    @FunctionalInterface
    public interface Source {
        /**
         * Begins to read.
         *
         * @return a stream of its own from the first byte
         * @throws IOException if the bytes cannot be read
         */
        InputStream open() throws IOException;
    }

    /**
     * A content of these bytes.
     *
     * @param bytes the bytes; copied
     * @return the content
     */
    public static Content of(byte[] bytes) {
        return sharing(bytes.clone());
    }

    /**
     * A content of these bytes without a copy of them, for bytes that are many.
     *
     * @param bytes the bytes; nobody may change them any more
     * @return the content
     */
    public static Content sharing(byte[] bytes) {
        ContentRef ref = new ContentRef(CheckedStream.hex(CheckedStream.sha256().digest(bytes)), bytes.length);
        return new Content(ref, () -> new ByteArrayInputStream(bytes), true);
    }

    /**
     * A content of what a file holds. The file is read once now, for its digest, and again by whoever opens the content. It
     * stays the caller's, who keeps it as it is until the call that the content was given to has returned, and may delete it
     * then: a store takes a copy.
     *
     * @param file the file, of any size
     * @return the content
     * @throws InvalidValueException if the file cannot be read
     */
    public static Content of(Path file) {
        MessageDigest digest = CheckedStream.sha256();
        long size = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        } catch (IOException e) {
            throw new InvalidValueException(
                    "content.file", "cannot be read: " + e.getClass().getSimpleName());
        }
        return reading(new ContentRef(CheckedStream.hex(digest.digest()), size), () -> Files.newInputStream(file));
    }

    /**
     * A content whose bytes lie elsewhere, for stores.
     *
     * @param ref its digest and size; whoever reads the bytes finds out if they are others
     * @param source where they are
     * @return the content; nothing is read before it is opened
     */
    public static Content reading(ContentRef ref, Source source) {
        return new Content(ref, source, false);
    }

    /** {@return the name under which the store keeps it} */
    public ContentRef ref() {
        return ref;
    }

    /**
     * Begins to read the bytes. Each call gives another stream, to be used by one thread and closed. Its last bytes are given
     * out only if all of them are what the digest says.
     *
     * @return the bytes from the first one; reading them throws a {@link DamagedContentException} when they cannot be read or
     *     are not what the digest says, and what the store throws if they come from one
     * @throws DamagedContentException if they cannot be opened
     */
    public InputStream open() {
        try {
            InputStream in = source.open();
            return inMemory ? in : new CheckedStream(in, ref);
        } catch (IOException e) {
            throw new DamagedContentException(ref, e);
        }
    }

    /**
     * Begins to read in the middle, without reading what is before it where the bytes lie so that this can be passed over. They are
     * not compared with the digest, which is that of all of them: {@link #check} does so once.
     *
     * @param from how many bytes are passed over, 0 to their number
     * @return the bytes from there; reading them throws what the source throws
     * @throws DamagedContentException if they cannot be opened there
     */
    public InputStream open(long from) {
        try {
            InputStream in = source.open();
            try {
                in.skipNBytes(Check.range("from", from, 0, ref.size()));
                return in;
            } catch (IOException | RuntimeException e) {
                in.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DamagedContentException(ref, e);
        }
    }

    /**
     * Reads all bytes, piece by piece, and compares them with the digest; of what was in memory from the beginning there is nothing
     * to compare.
     *
     * @throws DamagedContentException if they cannot be read or are not what the digest says
     */
    public void check() {
        try (InputStream in = open()) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new DamagedContentException(ref, e);
        }
    }

    /**
     * All bytes at once. For what may be large {@link #open} needs less memory.
     *
     * @return a copy of the bytes
     * @throws DamagedContentException if they cannot be read or are not what the digest says
     */
    public byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new DamagedContentException(ref, e);
        }
    }

    /**
     * The same content with its bytes in memory, wherever they lie.
     *
     * @return a content that needs no file and no store any more
     * @throws DamagedContentException if the bytes cannot be read or are not what the digest says
     */
    public Content inMemory() {
        return inMemory ? this : sharing(bytes());
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Content c && ref.equals(c.ref);
    }

    @Override
    public int hashCode() {
        return ref.hashCode();
    }

    @Override
    public String toString() {
        return ref.toString();
    }
}
