package dev.svar.knowledge;

import dev.svar.error.Check;
import java.util.List;
import java.util.Set;

/**
 * What an {@link ArticleIndex} is fed with: a run of changes, of each article only what is true at its end.
 *
 * @param after the position of the change before them, 0 if they are the first
 * @param position the position of the last of them
 * @param found articles that can be found from now on, as they are now; at most {@value #MAX_ARTICLES}
 * @param gone ids of articles that cannot be found any more; at most {@value #MAX_ARTICLES}
 * @param mark in what state the store was that they come from, for the index to keep; at most {@value #MAX_MARK} characters,
 *     empty if whoever feeds it does not ask for it
 */
public record ArticleChanges(long after, long position, List<SearchableArticle> found, Set<String> gone, String mark) {
    /** The most articles in one step. */
    public static final int MAX_ARTICLES = 10_000;

    /** The most characters of a mark. */
    public static final int MAX_MARK = 100;

    /**
     * Checks and copies.
     *
     * @param after the position of the change before them
     * @param position the position of the last of them
     * @param found articles that can be found from now on
     * @param gone ids of articles that cannot be found any more
     * @param mark in what state the store was that they come from
     */
    public ArticleChanges {
        Check.range("changes.after", after, 0, Long.MAX_VALUE);
        Check.range("changes.position", position, after, Long.MAX_VALUE);
        found = List.copyOf(Check.size("changes.found", found, MAX_ARTICLES));
        gone = Set.copyOf(Check.size("changes.gone", gone, MAX_ARTICLES));
        Check.length("changes.mark", mark, MAX_MARK);
    }

    /**
     * Changes without a mark.
     *
     * @param after the position of the change before them
     * @param position the position of the last of them
     * @param found articles that can be found from now on
     * @param gone ids of articles that cannot be found any more
     */
    public ArticleChanges(long after, long position, List<SearchableArticle> found, Set<String> gone) {
        this(after, position, found, gone, "");
    }
}
