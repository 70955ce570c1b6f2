package dev.svar.store;

import dev.svar.error.Check;
import dev.svar.knowledge.Article;

/**
 * An article's new state, which becomes one more of its versions, or its end.
 *
 * @param expectedVersion the version that the store must have for this to be committed; 0 for an article that is new
 * @param after the article after it, at a higher version
 * @param erased whether nothing of it is left after it: none of its versions, phrasings or counts. Its id is never free again
 */
public record ArticleChange(long expectedVersion, Article after, boolean erased) {
    /**
     * Checks the versions.
     *
     * @param expectedVersion the version that the store must have for this to be committed; 0 for one that is new
     * @param after the article after it, at a higher version
     * @param erased whether nothing of it is left after it; not for one that is new
     */
    public ArticleChange {
        Check.range("change.expectedVersion", expectedVersion, erased ? 1 : 0, after.version() - 1);
    }

    /**
     * An article that is new or changes.
     *
     * @param expectedVersion the version that the store must have for this to be committed; 0 for one that is new
     * @param after the article after it, at a higher version
     * @return the change
     */
    public static ArticleChange put(long expectedVersion, Article after) {
        return new ArticleChange(expectedVersion, after, false);
    }
}
