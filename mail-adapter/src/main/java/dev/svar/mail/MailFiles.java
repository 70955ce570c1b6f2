package dev.svar.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Mail that lies in files: a folder of {@code .eml} files (with the folders in it), one such file, or an mbox file
 * (RFC 4155, in its forms mboxo and mboxrd) of any size. One message at a time is in memory. Immutable, thread-safe.
 */
public final class MailFiles {
    private final Path path;
    private final Kind kind;

    private MailFiles(Path path, Kind kind) {
        this.path = path;
        this.kind = kind;
    }

    /**
     * Finds out what a path holds.
     *
     * @param path a folder, an {@code .eml} file or an mbox file
     * @return the mail in it
     * @throws MailboxException if there is nothing at that path, it cannot be read or holds no mail
     */
    public static MailFiles open(Path path) {
        if (Files.isDirectory(path)) {
            return new MailFiles(path, Kind.FOLDER);
        }
        if (!Files.isRegularFile(path)) {
            throw new MailboxException(path.toString(), "does not exist, or is neither a folder nor a file", false);
        }
        if (isEml(path)) {
            return new MailFiles(path, Kind.ONE);
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(1_000);
            int begin = MboxReader.markLength(start);
            boolean mbox = start.length == begin || new String(start, Charsets.WINDOWS_1252).startsWith("From ", begin);
            if (!mbox
                    && Headers.parse(Arrays.copyOfRange(start, begin, start.length))
                            .isEmpty()) {
                throw new MailboxException(
                        path.toString(), "is neither a folder of .eml files, nor a mail, nor an mbox file", false);
            }
            return new MailFiles(path, mbox ? Kind.MBOX : Kind.ONE);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * Hands over every message, in the order of the file or of the names of the files.
     *
     * @param taker takes each message; of one that is too large it gets the beginning only, see {@link RawMail#whole()}
     * @return how many messages there were
     * @throws MailboxException if a file cannot be read
     */
    public long forEach(Consumer<? super RawMail> taker) {
        return switch (kind) {
            case ONE -> {
                taker.accept(one(path));
                yield 1;
            }
            case MBOX -> mbox(taker);
            case FOLDER -> folder(taker);
        };
    }

    private long mbox(Consumer<? super RawMail> taker) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            return new MboxReader(in, path.toString()).forEach(taker);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private long folder(Consumer<? super RawMail> taker) {
        List<Path> files;
        try (Stream<Path> found = Files.walk(path)) {
            files = found.filter(p -> isEml(p) && Files.isRegularFile(p))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(path, e);
        }
        files.forEach(file -> taker.accept(one(file)));
        return files.size();
    }

    private static RawMail one(Path file) {
        try {
            return load(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** A mail that lies in a file of its own. */
    static RawMail load(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            boolean tooLarge = size > MailReader.MAX_RAW_BYTES;
            byte[] bytes = in.readNBytes(tooLarge ? MailReader.MAX_HEADER_BYTES : MailReader.MAX_RAW_BYTES + 1);
            return new RawMail(file.toString(), bytes, tooLarge ? size : bytes.length);
        }
    }

    private static boolean isEml(Path path) {
        return isEml(path.toString());
    }

    static boolean isEml(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".eml");
    }

    private static MailboxException unreadable(Path path, Exception e) {
        return new MailboxException(path.toString(), "cannot be read", true, e);
    }

    /** {@return the path} */
    @Override
    public String toString() {
        return path.toString();
    }

    private enum Kind {
        ONE,
        MBOX,
        FOLDER
    }
}
