package dev.svar.template;

/** What characters are to the lexers. */
final class Scan {
    private Scan() {}

    static boolean whitespace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean wordStart(char c) {
        return c == '_' || Character.isLetter(c);
    }

    static boolean wordPart(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    /** Like {@link String#indexOf(int, int)}, but never looks further than the end: the lexers stay linear. */
    static int indexOf(String text, char wanted, int from, int end) {
        for (int i = from; i < end; i++) {
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    static int skipWhitespace(String text, int from, int end) {
        int at = from;
        while (at < end && whitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
