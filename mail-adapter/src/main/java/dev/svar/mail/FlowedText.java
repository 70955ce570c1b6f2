package dev.svar.mail;

/** Joins the lines of {@code format=flowed} text (RFC 3676) again. */
final class FlowedText {
    private FlowedText() {}

    /** The text with its paragraphs on one line each. */
    static String unfold(String text, boolean deleteSpace) {
        StringBuilder out = new StringBuilder(text.length());
        int openDepth = -1;
        int at = 0;
        while (at <= text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            int depth = quoteDepth(text, at, end);
            int from = at + depth;
            if (from < end && text.charAt(from) == ' ') {
                from++;
            }
            String line = text.substring(from, end);
            boolean joins = openDepth == depth && !line.equals("-- ");
            if (!joins) {
                if (at > 0) {
                    out.append('\n');
                }
                out.append(">".repeat(depth)).append(depth > 0 ? " " : "");
            }
            boolean soft = line.endsWith(" ") && !line.equals("-- ");
            out.append(soft && deleteSpace ? line.substring(0, line.length() - 1) : line);
            openDepth = soft ? depth : -1;
            at = end + 1;
        }
        return out.toString();
    }

    private static int quoteDepth(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) == '>') {
            at++;
        }
        return at - from;
    }
}
