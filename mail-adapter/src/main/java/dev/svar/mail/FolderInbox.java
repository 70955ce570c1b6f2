package dev.svar.mail;

import dev.svar.error.Check;
import dev.svar.store.Cursor;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Takes mail from files in a folder, in the order of their names: a maildir, or a folder into which somebody puts
 * {@code .eml} or {@code .mbox} files. What was taken is moved, in one step, to where it does not wait any more.
 *
 * <p>A file must be whole when it gets its name; so write it elsewhere on the same file system and move it in, as mail servers
 * do with a maildir. Names that begin with a dot are left alone, and so are folders. A process that dies leaves a file that is
 * read once more, found to be known and moved. Safe for use by several threads.
 */
public final class FolderInbox implements MailInbox {
    /** The most characters of a name. */
    public static final int MAX_NAME_LENGTH = 40;

    private static final int MAX_NAMESAKES = 10_000;

    private final String name;
    private final Path waiting;
    private final Path done;
    private final Path failed;
    private final Kind kind;

    private enum Kind {
        EML,
        MAILDIR,
        MBOX
    }

    private FolderInbox(String name, Path waiting, Path done, Path failed, Kind kind) {
        Check.line("folder.name", name, MAX_NAME_LENGTH);
        this.name = Cursor.checkedName("folder-" + name);
        this.waiting = waiting;
        this.done = done;
        this.failed = failed;
        this.kind = kind;
    }

    /**
     * A folder of {@code .eml} files.
     *
     * @param name what names it on all nodes that share the folder, at most {@value #MAX_NAME_LENGTH} characters without a
     *     slash; a node with a folder of its own needs a name of its own
     * @param waiting the folder in which mail waits
     * @param done where mail goes that the desk took, on the same file system; created if it is not there
     * @param failed where mail goes that is in quarantine; the same holds
     * @return the inbox
     */
    public static FolderInbox of(String name, Path waiting, Path done, Path failed) {
        return new FolderInbox(name, waiting, done, failed, Kind.EML);
    }

    /**
     * A maildir: what lies in {@code new} is taken and goes to {@code cur}, as seen or, what is in quarantine, as flagged.
     *
     * @param name what names it on all nodes that share the maildir, at most {@value #MAX_NAME_LENGTH} characters without a
     *     slash
     * @param maildir the folder that holds {@code new} and {@code cur}
     * @return the inbox
     */
    public static FolderInbox maildir(String name, Path maildir) {
        Path cur = maildir.resolve("cur");
        return new FolderInbox(name, maildir.resolve("new"), cur, cur, Kind.MAILDIR);
    }

    /**
     * A folder of {@code .mbox} files (RFC 4155), for imports: of each one message after the other is taken, and when all were
     * the file is moved. Each fetch, also one after a process died, goes on at the byte at which the last one stopped and reads
     * nothing of what lies before. A file that was put in the place of one that was begun is taken from its beginning. It is not
     * for a file that a mail server is writing to.
     *
     * @param name what names it on all nodes that share the folder, at most {@value #MAX_NAME_LENGTH} characters without a
     *     slash
     * @param waiting the folder in which the files wait
     * @param done where a file goes whose messages were all taken or are in quarantine, on the same file system; created if
     *     it is not there
     * @param failed where a file of the same name gets a copy of each message that is in quarantine; of one that is too large
     *     its beginning; a file that holds bytes but no mail goes there too
     * @return the inbox
     */
    public static FolderInbox mbox(String name, Path waiting, Path done, Path failed) {
        return new FolderInbox(name, waiting, done, failed, Kind.MBOX);
    }

    @Override
    public FetchRun fetch(MailIntake intake, FetchLedger ledger, int limit) {
        Check.range("limit", limit, 1, Integer.MAX_VALUE);
        return Fetching.once(this, intake, ledger, limit);
    }

    OpenMailbox<?> open() {
        return kind == Kind.MBOX ? new OpenMboxes(this) : new OpenFolder(this);
    }

    boolean takes(String file) {
        if (file.startsWith(".")) {
            return false;
        }
        return switch (kind) {
            case EML -> MailFiles.isEml(file);
            case MAILDIR -> true;
            case MBOX -> file.toLowerCase(Locale.ROOT).endsWith(".mbox");
        };
    }

    /** Where a file goes. */
    Path target(String file, Fate fate) {
        boolean taken = fate == Fate.TAKEN;
        String flags = kind == Kind.MAILDIR ? ":2," + (taken ? "S" : "F") : "";
        return (taken ? done : failed).resolve(file + flags);
    }

    /** The files that wait, in order. */
    List<Path> files() throws MessagingException {
        try (Stream<Path> found = Files.list(waiting)) {
            return found.filter(file -> takes(String.valueOf(file.getFileName())) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new MessagingException("it cannot be listed", e);
        }
    }

    /** Another file that gets the name of one that failed has failed never yet. */
    UUID id(Path file) {
        String time;
        try {
            time = Files.getLastModifiedTime(file).toString();
        } catch (IOException e) {
            time = "";
        }
        return MailServerAddress.name(id(), String.valueOf(file.getFileName()), time);
    }

    /** Moves a file to where it does not wait any more. */
    void move(Path file, Fate fate) {
        try {
            Path target = free(target(String.valueOf(file.getFileName()), fate));
            Files.createDirectories(Optional.ofNullable(target.getParent()).orElseThrow());
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // Somebody was faster.
            return;
        } catch (IOException e) {
            // It lies where it lay, so that it would be taken again and again: better to wait for somebody who looks.
            throw new MailboxException(toString(), "a file that was taken cannot be moved", true, e);
        }
    }

    /** An earlier file of that name must not be lost. */
    private static Path free(Path wanted) throws IOException {
        Path free = wanted;
        for (int i = 1; Files.exists(free); i++) {
            if (i > MAX_NAMESAKES) {
                throw new IOException("too many files have the name " + wanted);
            }
            free = wanted.resolveSibling(i + "-" + wanted.getFileName());
        }
        return free;
    }

    @Override
    public String id() {
        return name;
    }

    @Override
    public String toString() {
        return "folder " + waiting;
    }
}
