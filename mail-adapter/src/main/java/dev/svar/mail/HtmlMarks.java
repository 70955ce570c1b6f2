package dev.svar.mail;

import dev.svar.mail.SplitReply.Kind;
import dev.svar.mail.SplitReply.Rule;
import java.util.List;

/**
 * Which stretches of a text came from elements that a mail program keeps a thread or a signature in.
 *
 * @param stretches in the order of the text, none within another
 */
record HtmlMarks(List<Stretch> stretches) {
    /** None, as in plain text. */
    static final HtmlMarks NONE = new HtmlMarks(List.of());

    /**
     * A stretch of the text.
     *
     * @param start offset of its first character
     * @param end offset behind its last one
     * @param kind what it is
     */
    record Stretch(int start, int end, Kind kind) {}

    /** Takes what is found. */
    interface Labels {
        void label(int from, int to, Kind kind, Rule rule);
    }

    /** Labels the lines of the text; a forwarded mail goes on to the end. */
    void label(List<ReplyLine> lines, Labels labels) {
        int line = 0;
        int offset = 0;
        for (Stretch stretch : stretches) {
            while (line < lines.size() && offset < stretch.start()) {
                offset += lines.get(line).wholeLength();
                line++;
            }
            int first = line;
            boolean forward = false;
            boolean blank = true;
            while (line < lines.size() && offset < stretch.end()) {
                forward |= blank && Separator.isForward(lines.get(line));
                blank &= lines.get(line).blank;
                offset += lines.get(line).wholeLength();
                line++;
            }
            if (forward) {
                labels.label(first, lines.size(), Kind.FORWARDED, Rule.HTML_ELEMENT);
                return;
            }
            if (!blank) {
                labels.label(first, line, stretch.kind(), Rule.HTML_ELEMENT);
            }
        }
    }
}
