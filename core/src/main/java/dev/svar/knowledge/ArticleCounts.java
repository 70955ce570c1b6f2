package dev.svar.knowledge;

/**
 * How often something happened to an article since it was there.
 *
 * @param views how often somebody looked at it
 * @param helpful how many said that it helped
 * @param unhelpful how many said that it did not
 * @param credit what came of suggesting it beside others, as far as it is known since it says what it says
 */
public record ArticleCounts(long views, long helpful, long unhelpful, ArticleCredit credit) {
    /** Nothing happened yet. */
    public static final ArticleCounts NONE = new ArticleCounts(0, 0, 0);

    /**
     * Without anything that came of suggesting it.
     *
     * @param views how often somebody looked at it
     * @param helpful how many said that it helped
     * @param unhelpful how many said that it did not
     */
    public ArticleCounts(long views, long helpful, long unhelpful) {
        this(views, helpful, unhelpful, ArticleCredit.NONE);
    }

    /**
     * Both together.
     *
     * @param other other counts of the same article
     * @return the sums
     */
    public ArticleCounts plus(ArticleCounts other) {
        return new ArticleCounts(
                views + other.views, helpful + other.helpful, unhelpful + other.unhelpful, credit.plus(other.credit));
    }

    /**
     * One more.
     *
     * @param what of what
     * @return the counts
     */
    public ArticleCounts plus(ArticleCount what) {
        return switch (what) {
            case VIEW -> new ArticleCounts(views + 1, helpful, unhelpful, credit);
            case HELPFUL -> new ArticleCounts(views, helpful + 1, unhelpful, credit);
            case UNHELPFUL -> new ArticleCounts(views, helpful, unhelpful + 1, credit);
        };
    }

    /**
     * With another credit.
     *
     * @param other the credit
     * @return the counts
     */
    public ArticleCounts with(ArticleCredit other) {
        return new ArticleCounts(views, helpful, unhelpful, other);
    }
}
