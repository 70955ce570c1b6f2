package dev.svar.template;

/**
 * Text without its HTML: first without comments, scripts and style sheets, then without tags, as in the reference; each in
 * one pass, whatever is left unclosed.
 */
final class Tagless {
    private final String text;
    private final String lower;
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
        return text.indexOf('<') < 0 ? text : withoutTags(new Tagless(text).withoutBlocks());
    }

    private String withoutBlocks() {
        StringBuilder kept = new StringBuilder(text.length());
        int at = 0;
        for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', Math.max(at, open + 1))) {
            int end = end(open);
            if (end >= 0) {
                kept.append(text, at, open);
                at = end;
            }
        }
        return kept.append(text, at, text.length()).toString();
    }

    private static String withoutTags(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int at = 0;
        int open = text.indexOf('<');
        int close = text.indexOf('>', Math.max(0, open));
        while (open >= 0 && close >= 0) {
            kept.append(text, at, open);
            at = close + 1;
            open = text.indexOf('<', at);
            close = text.indexOf('>', Math.max(at, open));
        }
        return kept.append(text, at, text.length()).toString();
    }

    /** Where the block that opens here is over, or -1 if none does. An end that was not found once is not looked for again. */
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
        return end;
    }

    private int after(String closing, int from) {
        int found = lower.indexOf(closing, from);
        return found < 0 ? -1 : found + closing.length();
    }
}
