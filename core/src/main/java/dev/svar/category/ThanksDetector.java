package dev.svar.category;

/**
 * Port: tells a mere thank-you from a message that somebody must look at. A desk asks it about what a customer wrote on a
 * solved ticket: a "thanks, it works now" leaves the ticket solved, anything else may reopen it.
 *
 * <p>The two errors do not cost the same. A needless reopening costs a click, an ignored question costs a customer. So an
 * implementation answers {@code true} only where it is sure and {@code false} whenever it is not: for a foreign language,
 * for a fact that may be new, for an empty text.
 *
 * <p>Implementations are pure and safe for use by several threads. They accept any text, without an error, and their work is
 * bounded whatever its length.
 */
@FunctionalInterface
public interface ThanksDetector {
    /**
     * Looks at a text. Only the text counts: what comes with an attachment is not a mere thank-you, whatever the text says,
     * and whoever knows of one should not ask.
     *
     * @param visibleText what the customer wrote, without quoted history; an HTML message as plain text
     * @return whether the text is nothing but thanks or an acknowledgement, so that it needs no answer
     */
    boolean isOnlyThanks(String visibleText);

    /**
     * {@return a detector that knows the common ways to say thanks, that it works now and that all is well in Norwegian (both
     * written forms), Swedish, Danish, Finnish, Hungarian, Russian, German, English}
     *
     * <p>A text is only thanks if it has at most 500 characters and 60 words and nothing is left of it after a greeting, known
     * phrases of one language, and a sign-off with a name. A question mark, a number, a link or a single unknown word makes it
     * something else.
     */
    static ThanksDetector byCommonPhrases() {
        return CommonPhrases::thanks;
    }
}
