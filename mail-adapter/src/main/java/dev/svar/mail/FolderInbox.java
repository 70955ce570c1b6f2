package dev.svar.mail;

import dev.svar.error.Check;
import dev.svar.store.Cursor;
import java.nio.file.Path;

/**
 * Takes mail from files in a folder, in the order of their names: a maildir, or a folder into which somebody puts
 * {@code .eml} files. What was taken is moved, in one step, to where it does not wait any more.
 *
 * <p>A file must be whole when it gets its name; so write it elsewhere on the same file system and move it in, as mail servers
 * do with a maildir. Names that begin with a dot are left alone, and so are folders. A process that dies leaves a file that is
 * read once more, found to be known and moved. Safe for use by several threads.
 */
public final class FolderInbox implements MailInbox {
    /** The most characters of a name. */
    public static final int MAX_NAME_LENGTH = 40;

    private final String name;
    private final Path waiting;
    private final Path done;
    private final Path failed;
    private final boolean maildir;

    private FolderInbox(String name, Path waiting, Path done, Path failed, boolean maildir) {
        Check.line("folder.name", name, MAX_NAME_LENGTH);
        this.name = Cursor.checkedName("folder-" + name);
        this.waiting = waiting;
        this.done = done;
        this.failed = failed;
        this.maildir = maildir;
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
        return new FolderInbox(name, waiting, done, failed, false);
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
        return new FolderInbox(name, maildir.resolve("new"), cur, cur, true);
    }

    @Override
    public FetchRun fetch(MailIntake intake, FetchLedger ledger, int limit) {
        Check.range("limit", limit, 1, Integer.MAX_VALUE);
        return Fetching.once(this, intake, ledger, limit);
    }

    OpenFolder open() {
        return new OpenFolder(this);
    }

    Path waiting() {
        return waiting;
    }

    boolean takes(String file) {
        return !file.startsWith(".") && (maildir || MailFiles.isEml(file));
    }

    /** Where a file goes. */
    Path target(String file, Fate fate) {
        boolean taken = fate == Fate.TAKEN;
        String flags = maildir ? ":2," + (taken ? "S" : "F") : "";
        return (taken ? done : failed).resolve(file + flags);
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
