package dev.svar.knowledge;

import dev.svar.error.Check;
import java.util.List;
import java.util.Set;

/**
 * What a {@link TextIndex} is fed with: a run of changes, of each text only what is true at its end.
 *
 * @param after the position of the change before them, 0 if they are the first
 * @param position the position of the last of them
 * @param found texts that are there from now on, as they are now; at most {@value #MAX_TEXTS}
 * @param gone ids of texts that are not there any more; at most {@value #MAX_TEXTS}
 * @param mark in what state the store was that they come from, for the index to keep; at most {@value #MAX_MARK} characters,
 *     empty if whoever feeds it does not ask for it
 */
public record TextChanges(long after, long position, List<KnownText> found, Set<String> gone, String mark) {
    /** The most texts in one step. */
    public static final int MAX_TEXTS = 10_000;

    /** The most characters of a mark. */
    public static final int MAX_MARK = 100;

    /**
     * Checks and copies.
     *
     * @param after the position of the change before them
     * @param position the position of the last of them
     * @param found texts that are there from now on
     * @param gone ids of texts that are not there any more
     * @param mark in what state the store was that they come from
     */
    public TextChanges {
        Check.range("changes.after", after, 0, Long.MAX_VALUE);
        Check.range("changes.position", position, after, Long.MAX_VALUE);
        found = List.copyOf(Check.size("changes.found", found, MAX_TEXTS));
        gone = Set.copyOf(Check.size("changes.gone", gone, MAX_TEXTS));
        Check.length("changes.mark", mark, MAX_MARK);
    }

    /**
     * Changes without a mark.
     *
     * @param after the position of the change before them
     * @param position the position of the last of them
     * @param found texts that are there from now on
     * @param gone ids of texts that are not there any more
     */
    public TextChanges(long after, long position, List<KnownText> found, Set<String> gone) {
        this(after, position, found, gone, "");
    }
}
