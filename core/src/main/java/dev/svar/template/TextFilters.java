package dev.svar.template;

import static dev.svar.template.Filter.entry;

import java.util.List;
import java.util.Locale;

/** Filters over one text: case, whitespace, length. Lengths and places count characters (code points). */
final class TextFilters {
    static final List<Filter.Entry> TABLE = List.of(
            entry("append", 1, 1, (in, args) -> text(in, args, (s, a) -> joined(s, a.text(0), a))),
            entry("prepend", 1, 1, (in, args) -> text(in, args, (s, a) -> joined(a.text(0), s, a))),
            entry("upcase", 0, 0, (in, args) -> text(in, args, (s, a) -> s.toUpperCase(Locale.ROOT))),
            entry("downcase", 0, 0, (in, args) -> text(in, args, (s, a) -> s.toLowerCase(Locale.ROOT))),
            entry("capitalize", 0, 0, (in, args) -> text(in, args, (s, a) -> capitalized(s))),
            entry("strip", 0, 0, (in, args) -> text(in, args, (s, a) -> Texts.stripped(s, true, true))),
            entry("lstrip", 0, 0, (in, args) -> text(in, args, (s, a) -> Texts.stripped(s, true, false))),
            entry("rstrip", 0, 0, (in, args) -> text(in, args, (s, a) -> Texts.stripped(s, false, true))),
            entry("squish", 0, 0, (in, args) -> text(in, args, (s, a) -> squished(s))),
            entry("strip_newlines", 0, 0, (in, args) -> text(in, args, (s, a) -> withoutNewlines(s))),
            entry("truncate", 0, 2, (in, args) -> cut(in, args, TextFilters::truncated)),
            entry("truncatewords", 0, 2, (in, args) -> cut(in, args, TextFilters::truncatedWords)),
            entry("slice", 1, 2, TextFilters::slice));

    private TextFilters() {}

    private interface OnText {
        String apply(String text, Arguments arguments);
    }

    /** Nothing stays nothing, whatever the arguments are. */
    private static Value cut(Value input, Arguments arguments, OnText change) {
        return input.equals(Value.NIL) ? input : text(input, arguments, change);
    }

    private static Value text(Value input, Arguments arguments, OnText change) {
        return new Value.Text(change.apply(arguments.rendering().text(input), arguments));
    }

    private static String joined(String first, String second, Arguments arguments) {
        return arguments.rendering().builder().append(first).append(second).toString();
    }

    private static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT)
                + text.substring(first).toLowerCase(Locale.ROOT);
    }

    private static String withoutNewlines(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c != '\n' && !pair) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static String truncated(String text, Arguments arguments) {
        int length = arguments.has(0) ? arguments.whole(0) : 50;
        String ellipsis = arguments.text(1, "...");
        if (text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        int kept = Math.max(0, length - ellipsis.codePointCount(0, ellipsis.length()));
        return text.substring(0, text.offsetByCodePoints(0, kept)) + ellipsis;
    }

    private static String truncatedWords(String text, Arguments arguments) {
        int words = Math.max(1, arguments.has(0) ? arguments.whole(0) : 15);
        BoundedText kept = arguments.rendering().builder();
        int at = Scan.skipWhitespace(text, 0, text.length());
        for (int word = 0; word < words && at < text.length(); word++) {
            int end = wordEnd(text, at);
            kept.append(word == 0 ? "" : " ").append(text, at, end);
            at = Scan.skipWhitespace(text, end, text.length());
        }
        return at < text.length() ? kept.append(arguments.text(1, "...")).toString() : text;
    }

    /** Every run of whitespace as one space, none at the start and at the end. */
    private static String squished(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                boolean gap = kept.length() > 0 && Character.isWhitespace(text.charAt(i - 1));
                kept.append(gap ? " " : "").append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && !Scan.whitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static Value slice(Value input, Arguments arguments) {
        int length = arguments.whole(1, 1);
        int offset = arguments.whole(0);
        if (input instanceof Value.Items items && !(items.values() instanceof Span)) {
            List<Value> all = items.values();
            int start = start(offset, all.size());
            return start < 0 || length < 0
                    ? new Value.Items(List.of())
                    : new Value.Items(all.subList(start, end(start, length, all.size())));
        }
        String text = arguments.rendering().text(input);
        int size = text.codePointCount(0, text.length());
        int start = start(offset, size);
        if (start < 0 || length < 0) {
            return Texts.EMPTY;
        }
        int from = text.offsetByCodePoints(0, start);
        return new Value.Text(text.substring(from, text.offsetByCodePoints(from, end(start, length, size) - start)));
    }

    /** Where a slice starts, or -1 if that is outside. */
    private static int start(int offset, int size) {
        int start = offset < 0 ? size + offset : offset;
        return start > size ? -1 : Math.max(-1, start);
    }

    private static int end(int start, int length, int size) {
        return (int) Math.min(size, (long) start + length);
    }
}
