package dev.svar.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a source into segments, in one pass: applies whitespace control, drops comments, keeps raw blocks as text and
 * lays the lines of a {@code liquid} tag out as tags.
 */
final class SegmentLexer {
    private final Source source;
    private final String text;
    private final List<Segment> segments = new ArrayList<>();
    private int at;
    private boolean trimNext;

    private SegmentLexer(Source source) {
        this.source = source;
        this.text = source.text();
    }

    static List<Segment> segments(Source source) {
        SegmentLexer lexer = new SegmentLexer(source);
        lexer.run();
        return lexer.segments;
    }

    private void run() {
        while (at < text.length()) {
            int open = nextOpening(at);
            if (open < 0) {
                literal(at, text.length(), false, false);
                return;
            }
            Delimited markup = delimited(open);
            literal(at, open, markup.trimsLeft(), false);
            at = markup.after();
            trimNext = markup.trimsRight();
            if (markup.tag()) {
                tag(open, markup);
            } else {
                segments.add(new Segment.Output(markup.start(), markup.end()));
            }
        }
    }

    private int nextOpening(int from) {
        for (int brace = text.indexOf('{', from); brace >= 0; brace = text.indexOf('{', brace + 1)) {
            if (text.startsWith("{{", brace) || text.startsWith("{%", brace)) {
                return brace;
            }
        }
        return -1;
    }

    /** What stands between an opening and its closing; a dash at either end belongs to the delimiters. */
    private record Delimited(boolean tag, int start, int end, int after, boolean trimsLeft, boolean trimsRight) {}

    private Delimited delimited(int open) {
        boolean tag = text.charAt(open + 1) == '%';
        String closing = tag ? "%}" : "}}";
        int start = open + 2;
        boolean trimsLeft = start < text.length() && text.charAt(start) == '-';
        if (trimsLeft) {
            start++;
        }
        int close = text.indexOf(closing, start);
        if (close < 0) {
            throw source.error(
                    open, String.format(Locale.ROOT, "expected %s to close this %s", closing, tag ? "{%" : "{{"));
        }
        boolean trimsRight = close > start && text.charAt(close - 1) == '-';
        return new Delimited(tag, start, trimsRight ? close - 1 : close, close + 2, trimsLeft, trimsRight);
    }

    private void literal(int from, int to, boolean trimEnd, boolean verbatim) {
        int start = from;
        int end = to;
        if (trimNext) {
            start = Scan.skipWhitespace(text, start, end);
            trimNext = false;
        }
        if (trimEnd) {
            while (end > start && Scan.whitespace(text.charAt(end - 1))) {
                end--;
            }
        }
        if (start < end) {
            segments.add(new Segment.Literal(start, end, verbatim));
        }
    }

    private void tag(int open, Delimited markup) {
        Segment.Tag tag = named(open, markup.start(), markup.end());
        switch (tag.name()) {
            case "#" -> inlineComment(tag);
            case "comment" -> comment(open);
            case "raw" -> raw(open);
            case "liquid" -> lines(tag);
            default -> segments.add(tag);
        }
    }

    private Segment.Tag named(int open, int from, int end) {
        int start = Scan.skipWhitespace(text, from, end);
        if (start < end && text.charAt(start) == '#') {
            return new Segment.Tag("#", start, start + 1, end);
        }
        int stop = start;
        while (stop < end && Scan.wordPart(text.charAt(stop))) {
            stop++;
        }
        if (stop == start) {
            throw source.error(start < end ? start : open, "expected the name of a tag");
        }
        return new Segment.Tag(text.substring(start, stop), start, stop, end);
    }

    private void inlineComment(Segment.Tag tag) {
        for (int line = Scan.indexOf(text, '\n', tag.start(), tag.end());
                line >= 0;
                line = Scan.indexOf(text, '\n', line + 1, tag.end())) {
            int start = Scan.skipWhitespace(text, line + 1, tag.end());
            if (start < tag.end() && text.charAt(start) != '#') {
                throw source.error(start, "expected # at the start of every line of an inline comment");
            }
        }
    }

    private void raw(int open) {
        int bodyStart = at;
        int brace = text.indexOf("{%", at);
        while (brace >= 0) {
            int end = closingTag(brace, "endraw");
            if (end >= 0) {
                literal(bodyStart, brace, brace + 2 < text.length() && text.charAt(brace + 2) == '-', true);
                at = end;
                trimNext = text.charAt(end - 3) == '-';
                return;
            }
            brace = text.indexOf("{%", brace + 2);
        }
        throw source.error(open, "expected {% endraw %} to close this {% raw %}");
    }

    private void comment(int open) {
        int nested = 1;
        boolean inRaw = false;
        for (int brace = text.indexOf("{%", at); brace >= 0; brace = text.indexOf("{%", brace + 2)) {
            int end = closingTag(brace, inRaw ? "endraw" : "endcomment");
            if (inRaw) {
                inRaw = end < 0;
            } else if (end >= 0) {
                nested--;
                if (nested == 0) {
                    at = end;
                    trimNext = text.charAt(end - 3) == '-';
                    return;
                }
            } else if (closingTag(brace, "comment") >= 0) {
                nested++;
            } else if (closingTag(brace, "raw") >= 0) {
                inRaw = true;
            }
        }
        throw source.error(open, "expected {% endcomment %} to close this {% comment %}");
    }

    /** The offset after the tag of that name that opens at the brace, or -1 if another one does. */
    private int closingTag(int brace, String name) {
        int at = brace + 2;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        at = Scan.skipWhitespace(text, at, text.length());
        if (!text.startsWith(name, at)) {
            return -1;
        }
        at = Scan.skipWhitespace(text, at + name.length(), text.length());
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        return text.startsWith("%}", at) ? at + 2 : -1;
    }

    private void lines(Segment.Tag tag) {
        int line = tag.start();
        String commented = "";
        int opened = 0;
        while (line < tag.end()) {
            int newline = Scan.indexOf(text, '\n', line, tag.end());
            int end = newline < 0 ? tag.end() : newline;
            int start = Scan.skipWhitespace(text, line, end);
            if (start < end) {
                Segment.Tag inner = commented.isEmpty() ? named(start, start, end) : rest(start, end);
                if (!commented.isEmpty()) {
                    commented = inner.name().equals("endcomment") ? "" : commented;
                } else if (inner.name().equals("comment")) {
                    commented = "comment";
                    opened = start;
                } else if (!inner.name().equals("#")) {
                    segments.add(inner);
                }
            }
            line = end + 1;
        }
        if (!commented.isEmpty()) {
            throw source.error(opened, "expected endcomment to close this comment");
        }
    }

    private Segment.Tag rest(int start, int end) {
        int stop = start;
        while (stop < end && Scan.wordPart(text.charAt(stop))) {
            stop++;
        }
        return new Segment.Tag(text.substring(start, stop), start, stop, end);
    }
}
