package dev.svar.knowledge;

/**
 * How often an article answered, and how often it should have, of the questions for which it was suggested beside others; both in
 * thousandths of a question. See {@link ArticleStandings}.
 *
 * @param earned how often it answered; less than 0 where something is taken back
 * @param due how often it would have been looked at if all that were shown were as good as their texts seemed
 */
public record ArticleCredit(long earned, long due) {
    /** Nothing came of it yet. */
    public static final ArticleCredit NONE = new ArticleCredit(0, 0);

    /** A question, in thousandths. */
    public static final int QUESTION = 1000;

    /**
     * So much a store keeps {@link #due} of each article at most, give or take what was added last: then it halves both
     * numbers. So what came of an article lately counts more than what came of it long ago.
     */
    public static final long MAX_DUE = 400L * QUESTION;

    /**
     * Both together.
     *
     * @param other another credit of the same article
     * @return the sums
     */
    public ArticleCredit plus(ArticleCredit other) {
        return new ArticleCredit(earned + other.earned, due + other.due);
    }

    /** {@return half of both} */
    public ArticleCredit half() {
        return new ArticleCredit(earned / 2, due / 2);
    }
}
