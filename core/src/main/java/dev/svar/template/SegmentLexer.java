package dev.svar.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a source into segments, in one pass: applies whitespace control, drops comments, keeps raw blocks as text with
 * all their whitespace and lays the lines of a {@code liquid} tag out as tags.
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
            case "raw" -> {
                Ending ending = verbatim(open, tag);
                trimNext = false;
                literal(at, ending.start(), false, true);
                goOn(ending.end());
            }
            case "doc" -> goOn(verbatim(open, tag).end());
            case "liquid" -> segments.add(new Segment.Lines(lines(tag.start(), tag.end())));
            default -> segments.add(tag);
        }
    }

    private void goOn(int after) {
        at = after;
        trimNext = text.charAt(after - 3) == '-';
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

    /** Where the tag stands that ends a block whose content is not read. */
    private record Ending(int start, int end) {}

    private Ending verbatim(int open, Segment.Tag tag) {
        if (Scan.skipWhitespace(text, tag.start(), tag.end()) < tag.end()) {
            throw source.error(tag.start(), String.format(Locale.ROOT, "expected nothing after %s", tag.name()));
        }
        return ending(open, tag.name(), at);
    }

    private Ending ending(int open, String name, int from) {
        for (int brace = text.indexOf("{%", from); brace >= 0; brace = text.indexOf("{%", brace + 2)) {
            int end = closingTag(brace, "end" + name);
            if (end >= 0) {
                return new Ending(brace, end);
            }
            if (name.equals("doc") && closingTag(brace, name) >= 0) {
                throw source.error(brace, "expected no doc in a doc");
            }
        }
        throw neverClosed(open, name);
    }

    private TemplateSyntaxException neverClosed(int open, String name) {
        return source.error(
                open, String.format(Locale.ROOT, "expected {%% end%1$s %%} to close this {%% %1$s %%}", name));
    }

    /** Whatever has the form of a tag or an output is passed by as a whole; only comments and raw blocks are looked for. */
    private void comment(int open) {
        int nested = 1;
        int from = at;
        while (nested > 0) {
            int opening = nextOpening(from);
            int end = opening < 0 ? -1 : after(opening);
            if (end < 0) {
                throw neverClosed(open, "comment");
            }
            from = end;
            switch (text.charAt(opening + 1) == '%' ? tagName(opening) : "") {
                case "comment" -> nested++;
                case "endcomment" -> nested--;
                case "raw" -> from = ending(open, "raw", end).end();
                default -> {}
            }
        }
        goOn(from);
    }

    /** The offset after what opens there: a tag ends with its closing, an output also with a single brace. */
    private int after(int opening) {
        boolean tag = text.charAt(opening + 1) == '%';
        int close = tag ? text.indexOf("%}", opening + 2) : text.indexOf('}', opening + 2);
        if (close < 0) {
            return -1;
        }
        return tag || text.startsWith("}}", close) ? close + 2 : close + 1;
    }

    private String tagName(int opening) {
        int start = opening + 2;
        if (text.startsWith("-", start)) {
            start++;
        }
        start = Scan.skipWhitespace(text, start, text.length());
        int stop = start;
        while (stop < text.length() && Scan.wordPart(text.charAt(stop))) {
            stop++;
        }
        return text.substring(start, stop);
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

    private List<Segment> lines(int from, int to) {
        List<Segment> lines = new ArrayList<>();
        int commented = 0;
        int opened = 0;
        for (int line = from; line < to; ) {
            int newline = Scan.indexOf(text, '\n', line, to);
            int end = newline < 0 ? to : newline;
            int start = Scan.skipWhitespace(text, line, end);
            if (start < end && commented > 0) {
                String name = rest(start, end).name();
                commented += name.equals("comment") ? 1 : name.equals("endcomment") ? -1 : 0;
            } else if (start < end) {
                Segment.Tag tag = named(start, start, end);
                if (tag.name().equals("comment")) {
                    commented = 1;
                    opened = start;
                } else {
                    line(tag, lines);
                }
            }
            line = end + 1;
        }
        if (commented > 0) {
            throw source.error(opened, "expected endcomment to close this comment");
        }
        return lines;
    }

    /** A line that is itself a {@code liquid} tag holds one line. */
    private void line(Segment.Tag tag, List<Segment> lines) {
        boolean nested = tag.name().equals("liquid");
        Segment.Tag inner = tag;
        int start = Scan.skipWhitespace(text, inner.start(), inner.end());
        while (inner.name().equals("liquid") && start < inner.end()) {
            inner = named(start, start, inner.end());
            start = Scan.skipWhitespace(text, inner.start(), inner.end());
        }
        boolean nothing = inner.name().equals("#") || inner.name().equals("liquid");
        if (!nothing) {
            lines.add(nested ? new Segment.Lines(List.of(inner)) : tag);
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
