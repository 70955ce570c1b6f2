package dev.svar.template;

/**
 * What a template became.
 *
 * @param subject always a single line of at most {@link #MAX_SUBJECT} characters, so that it cannot add a header
 * @param text the text
 */
public record Rendered(String subject, String text) {
    /** The most UTF-16 units of a subject; a longer one is cut and ends with an ellipsis. */
    public static final int MAX_SUBJECT = 250;

    /**
     * Makes a line of the subject: every run of whitespace, line breaks and control characters becomes one space, and what
     * turns the direction of the text around it (U+202A to U+202E, U+2066 to U+2069) is taken out.
     *
     * @param subject any text
     * @param text the text
     */
    public Rendered {
        subject = line(subject);
    }

    private static String line(String subject) {
        StringBuilder line = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < subject.length() && line.length() <= MAX_SUBJECT; i++) {
            char c = subject.charAt(i);
            if (Character.isISOControl(c) || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = true;
            } else if (!turns(c)) {
                line.append(gap && line.length() > 0 ? " " : "").append(c);
                gap = false;
            }
        }
        if (line.length() <= MAX_SUBJECT) {
            return line.toString();
        }
        int end = MAX_SUBJECT - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Embeddings, overrides and isolates, by which a subject can show something else than it says. */
    private static boolean turns(char c) {
        return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    }
}
