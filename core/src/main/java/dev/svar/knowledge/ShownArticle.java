package dev.svar.knowledge;

import dev.svar.error.Check;

/**
 * An article in a list of suggestions.
 *
 * @param article which article
 * @param chance how likely its text seemed to answer, in thousandths, from {@value #MIN_CHANCE} to 1000
 */
public record ShownArticle(ArticleId article, int chance) {
    /** The least: what was thought good enough to be shown may always be opened. */
    public static final int MIN_CHANCE = 50;

    private static final int SURE = 1000;

    /**
     * Checks.
     *
     * @param article which article
     * @param chance how likely its text seemed to answer, in thousandths
     */
    public ShownArticle {
        Check.range("shown.chance", chance, MIN_CHANCE, SURE);
    }

    /**
     * Rounds.
     *
     * @param article which article
     * @param confidence how likely its text seemed to answer, from 0 to 1; what is no such number is as if it were the next
     * @return the article as it is shown
     */
    public static ShownArticle of(ArticleId article, double confidence) {
        return new ShownArticle(article, (int) Math.max(MIN_CHANCE, Math.min(SURE, Math.round(confidence * SURE))));
    }
}
