package dev.svar.knowledge;

/**
 * How often something happened to an article since it was there.
 *
 * @param views how often somebody looked at it
 * @param helpful how many said that it helped
 * @param unhelpful how many said that it did not
 */
public record ArticleCounts(long views, long helpful, long unhelpful) {
    /** Nothing happened yet. */
    public static final ArticleCounts NONE = new ArticleCounts(0, 0, 0);

    /**
     * Both together.
     *
     * @param other other counts of the same article
     * @return the sums
     */
    public ArticleCounts plus(ArticleCounts other) {
        return new ArticleCounts(views + other.views, helpful + other.helpful, unhelpful + other.unhelpful);
    }

    /**
     * One more.
     *
     * @param what of what
     * @return the counts
     */
    public ArticleCounts plus(ArticleCount what) {
        return switch (what) {
            case VIEW -> new ArticleCounts(views + 1, helpful, unhelpful);
            case HELPFUL -> new ArticleCounts(views, helpful + 1, unhelpful);
            case UNHELPFUL -> new ArticleCounts(views, helpful, unhelpful + 1);
        };
    }
}
