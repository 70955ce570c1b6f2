package dev.svar.jdbc;

import dev.svar.error.SvarException;
import java.util.Locale;

/**
 * An archive cannot be imported: it names the line and what is wrong with it. What was stored before stays stored and is whole
 * up to a checkpoint; the import of the repaired archive goes on there.
 */
public final class ArchiveException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final Problem problem;

    /** What can be wrong with a line. */
    public enum Problem {
        /** The first line is not the header of an archive. */
        NO_ARCHIVE,
        /** A newer version of the library wrote the archive. */
        NEWER,
        /** The line is no JSON object in UTF-8. */
        NOT_JSON,
        /** The line, or what lies between two checkpoints, is longer than any that the library writes. */
        TOO_LONG,
        /** The line is of no known kind. */
        UNKNOWN_KIND,
        /** A property is missing or has a value that cannot be. */
        INVALID_VALUE,
        /** The line speaks of a ticket that no line before it has. */
        MISSING_TICKET,
        /** What the line adds is there already. */
        DUPLICATE,
        /** The lines before the checkpoint are not those that were written. */
        ALTERED,
        /** The archive ends before its last line, or goes on after it. */
        CUT
    }

    ArchiveException(long line, Problem problem, String what) {
        super(String.format(Locale.ROOT, "line %d of the archive %s", line, what));
        this.line = line;
        this.problem = problem;
    }

    /** {@return the number of the line, from 1} */
    public long line() {
        return line;
    }

    /** {@return what is wrong with it} */
    public Problem problem() {
        return problem;
    }
}
