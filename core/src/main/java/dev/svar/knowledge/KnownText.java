package dev.svar.knowledge;

import dev.svar.error.Check;

/**
 * A text that others may be like.
 *
 * @param id its id, one line of at most {@value SearchableArticle#MAX_ID} characters
 * @param text the text, of any length; the first {@value SimilarTexts#MAX_READ} characters are kept
 */
public record KnownText(String id, String text) {
    /**
     * Checks and cuts.
     *
     * @param id its id
     * @param text the text
     */
    public KnownText {
        Check.line("text.id", id, SearchableArticle.MAX_ID);
        text = text.length() > SimilarTexts.MAX_READ ? text.substring(0, SimilarTexts.MAX_READ) : text;
    }

    /** {@return its id and length, without what it says} */
    @Override
    public String toString() {
        return "text " + id + " of " + text.length() + " characters";
    }
}
