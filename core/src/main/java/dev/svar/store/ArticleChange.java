package dev.svar.store;

import dev.svar.error.Check;
import dev.svar.knowledge.Article;

/**
 * An article's new state, which becomes one more of its versions, or its end.
 *
 * @param expectedVersion the version that the store must have for this to be committed; 0 for an article that is new
 * @param after the article after it, at a higher version
 * @param erased whether nothing of it is left after it: none of its versions, phrasings or counts. Its id is never free again
 * @param rewritten whether it says something else than before: what it was credited with for what it said is nothing after it
 */
public record ArticleChange(long expectedVersion, Article after, boolean erased, boolean rewritten) {
    /**
     * Checks the versions.
     *
     * @param expectedVersion the version that the store must have for this to be committed; 0 for one that is new
     * @param after the article after it, at a higher version
     * @param erased whether nothing of it is left after it; not for one that is new
     * @param rewritten whether it says something else than before
     */
    public ArticleChange {
        Check.range("change.expectedVersion", expectedVersion, erased ? 1 : 0, after.version() - 1);
    }

    /**
     * An article that says what it said, or its end.
     *
     * @param expectedVersion the version that the store must have for this to be committed; 0 for one that is new
     * @param after the article after it, at a higher version
     * @param erased whether nothing of it is left after it; not for one that is new
     */
    public ArticleChange(long expectedVersion, Article after, boolean erased) {
        this(expectedVersion, after, erased, false);
    }

    /**
     * An article that is new, or changes but says what it said.
     *
     * @param expectedVersion the version that the store must have for this to be committed; 0 for one that is new
     * @param after the article after it, at a higher version
     * @return the change
     */
    public static ArticleChange put(long expectedVersion, Article after) {
        return new ArticleChange(expectedVersion, after, false);
    }

    /**
     * An article that says something else than before.
     *
     * @param expectedVersion the version that the store must have for this to be committed
     * @param after the article after it, at a higher version
     * @return the change
     */
    public static ArticleChange rewritten(long expectedVersion, Article after) {
        return new ArticleChange(expectedVersion, after, false, true);
    }
}
