package dev.svar.message;

import dev.svar.error.Check;

/**
 * The same words as text and as HTML.
 *
 * @param text the text, for whoever shows no HTML
 * @param html a fragment of HTML, safe to put into a page and to send, since both will be done
 */
public record FormattedText(String text, String html) {
    /**
     * Checks the lengths.
     *
     * @param text the text
     * @param html a fragment of HTML
     * @throws dev.svar.error.InvalidValueException if one is blank or longer than {@value Message#MAX_TEXT_LENGTH} characters
     */
    public FormattedText {
        Check.text("text", text, Message.MAX_TEXT_LENGTH);
        Check.text("html", html, Message.MAX_TEXT_LENGTH);
    }
}
