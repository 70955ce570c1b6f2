package dev.svar.template;

/** Text without its HTML tags, comments, scripts and style sheets; one pass, whatever is left unclosed. */
final class Tagless {
    private final String text;
    private final String lower;
    private boolean tagsEnd;
    private boolean commentsEnd;
    private boolean scriptsEnd;
    private boolean stylesEnd;

    private Tagless(String text) {
        this.text = text;
        // Not toLowerCase: that may change lengths, and only ASCII is looked for.
        StringBuilder folded = new StringBuilder(text.length());
        text.chars().forEach(c -> folded.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
        this.lower = folded.toString();
    }

    static String of(String text) {
        return text.indexOf('<') < 0 ? text : new Tagless(text).stripped();
    }

    private String stripped() {
        StringBuilder kept = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('<', at);
            if (open < 0) {
                break;
            }
            kept.append(text, at, open);
            int end = end(open);
            if (end < 0) {
                kept.append('<');
            }
            at = end < 0 ? open + 1 : end;
        }
        return kept.append(text, at, text.length()).toString();
    }

    /** Where what opens here is over, or -1 if it never is. An end that was not found once is not looked for again. */
    private int end(int open) {
        int end = -1;
        if (!scriptsEnd && lower.startsWith("<script", open)) {
            end = after("</script>", open);
            scriptsEnd = end < 0;
        } else if (!stylesEnd && lower.startsWith("<style", open)) {
            end = after("</style>", open);
            stylesEnd = end < 0;
        } else if (!commentsEnd && lower.startsWith("<!--", open)) {
            end = after("-->", open + 4);
            commentsEnd = end < 0;
        }
        if (end < 0 && !tagsEnd) {
            end = after(">", open);
            tagsEnd = end < 0;
        }
        return end;
    }

    private int after(String closing, int from) {
        int found = lower.indexOf(closing, from);
        return found < 0 ? -1 : found + closing.length();
    }
}
