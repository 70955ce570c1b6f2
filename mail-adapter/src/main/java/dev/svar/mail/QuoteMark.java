package dev.svar.mail;

/** The marks that quoted lines begin with: {@code >}, one for each time a line was quoted, with spaces between. */
final class QuoteMark {
    private static final int MAX_INDENT = 4;

    private QuoteMark() {}

    /** How many marks the line between two places of a text begins with. */
    static int depth(String text, int start, int end) {
        int depth = 0;
        int spaces = 0;
        for (int i = start; i < end && spaces <= MAX_INDENT; i++) {
            char c = text.charAt(i);
            if (c == '>' || c == '\uFF1E') {
                depth++;
                spaces = 0;
            } else if (c == ' ' || c == '\u00A0' || c == '\t') {
                spaces++;
            } else {
                // An address in brackets that was broken before its end.
                return depth == 1 && c == ':' && isBlank(text, i + 1, end) ? 0 : depth;
            }
        }
        return depth;
    }

    private static boolean isBlank(String text, int from, int end) {
        for (int i = from; i < end; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
