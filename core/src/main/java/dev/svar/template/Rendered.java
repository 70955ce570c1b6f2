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
     * Makes a line of the subject: every run of whitespace, line breaks and control characters becomes one space.
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
            } else {
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
}
