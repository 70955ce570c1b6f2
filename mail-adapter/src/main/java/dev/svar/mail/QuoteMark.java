package dev.svar.mail;

/** The marks that quoted lines begin with: {@code >}, one for each time a line was quoted, with spaces between. */
final class QuoteMark {
    private static final int MAX_INDENT = 4;

    private QuoteMark() {}

    /** How many marks the line begins with. */
    static int depth(String line) {
        int depth = 0;
        int spaces = 0;
        for (int i = 0; i < line.length() && spaces <= MAX_INDENT; i++) {
            char c = line.charAt(i);
            if (c == '>' || c == '\uFF1E') {
                depth++;
                spaces = 0;
            } else if (c == ' ' || c == '\u00A0' || c == '\t') {
                spaces++;
            } else {
                // An address in brackets that was broken before its end.
                return depth == 1 && c == ':' && i == line.stripTrailing().length() - 1 ? 0 : depth;
            }
        }
        return depth;
    }
}
