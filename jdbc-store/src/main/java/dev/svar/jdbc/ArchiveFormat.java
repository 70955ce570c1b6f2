package dev.svar.jdbc;

/** The words of an archive and its limits. */
final class ArchiveFormat {
    static final String NAME = "svar-desk";

    /** Raised when a program that knows the format so far could not read it any more. */
    static final int VERSION = 1;

    static final String KIND = "kind";
    static final String CHECKPOINT = "checkpoint";
    static final String END = "end";

    /** The three texts of the longest message, all of them escaped, and its files. */
    static final int MAX_LINE_BYTES = 40_000_000;

    /** Of all lines between two checkpoints; a content that has begun may go on. */
    static final long MAX_PART_BYTES = 2L * MAX_LINE_BYTES;

    /** A checkpoint is written when there are this many bytes since the last one, whatever the number of lines. */
    static final int PART_BYTES = 1 << 20;

    /** How many bytes of a content one line holds. */
    static final int CHUNK_BYTES = 3 << 18;

    private ArchiveFormat() {}
}
