package dev.svar.mail;

/**
 * Where a character stands next in a text, for one who goes through the text from its beginning to its end: however often
 * it is asked, the text is searched once.
 */
final class NextSign {
    private final String text;
    private final char sign;
    private int at = -1;

    NextSign(String text, char sign) {
        this.text = text;
        this.sign = sign;
    }

    /** The first place from one on, which is no less than at the last call; the length of the text if there is none. */
    int from(int start) {
        if (at < start) {
            int found = text.indexOf(sign, start);
            at = found < 0 ? text.length() : found;
        }
        return at;
    }
}
