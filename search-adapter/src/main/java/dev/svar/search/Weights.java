package dev.svar.search;

/**
 * What the parts of an article count, beside one another. Found by cross-validation on paraphrased questions, see
 * docs/suggestions.md.
 *
 * @param title a word in the title or in a phrasing
 * @param body a word in the body
 * @param passage a word in the passage that fits best
 * @param titlePairs a pair of words in the title
 * @param bodyPairs a pair of words in the body
 * @param titlePieces four letters of a word in the title
 * @param bodyPieces four letters of a word in the body
 * @param passagePieces four letters of a word in the passage
 * @param spread how much better one way to ask for an article must fit than another to be e times as likely, beside what a word
 *     tells that no text has
 * @param curve what the sum says about how likely the article answers
 */
record Weights(
        double title,
        double body,
        double passage,
        double titlePairs,
        double bodyPairs,
        double titlePieces,
        double bodyPieces,
        double passagePieces,
        double spread,
        Curve curve) {
    /** For a language with few forms of a word and no compounds, where pieces of words mislead in long texts. */
    static final Weights FEW_FORMS =
            new Weights(1.5, 0.5, 0.7, 0.1, 0.15, 0.15, 0, 0, 0.5, new Curve(-6.4, 4.45, 3.2, 2.2));

    /** For languages that join words into one and bend them. */
    static final Weights MANY_FORMS =
            new Weights(1.5, 0.5, 0.3, 0.1, 0.15, 0.3, 0.35, 0.3, 0.25, new Curve(-4.5, 1.75, 4.05, 2.5));

    boolean readsPieces() {
        return bodyPieces > 0;
    }
}
