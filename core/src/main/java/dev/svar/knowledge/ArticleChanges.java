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
 */
public record ArticleChanges(long after, long position, List<SearchableArticle> found, Set<String> gone) {
    /** The most articles in one step. */
    public static final int MAX_ARTICLES = 10_000;

    /**
     * Checks and copies.
     *
     * @param after the position of the change before them
     * @param position the position of the last of them
     * @param found articles that can be found from now on
     * @param gone ids of articles that cannot be found any more
     */
    public ArticleChanges {
        Check.range("changes.after", after, 0, Long.MAX_VALUE);
        Check.range("changes.position", position, after, Long.MAX_VALUE);
        found = List.copyOf(Check.size("changes.found", found, MAX_ARTICLES));
        gone = Set.copyOf(Check.size("changes.gone", gone, MAX_ARTICLES));
    }
}
