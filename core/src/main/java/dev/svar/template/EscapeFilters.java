package dev.svar.template;

import static dev.svar.template.Filter.entry;

import java.util.List;

/**
 * Filters that write or remove HTML. When HTML is rendered, what they escaped is markup and is not escaped again; any
 * other filter makes plain text of it, so that nothing gets unescaped by accident.
 */
final class EscapeFilters {
    static final List<Filter.Entry> TABLE = List.of(
            entry(
                    "escape",
                    0,
                    0,
                    (in, args) -> nilOr(in, args, escaped(args.rendering().text(in), args.rendering()))),
            entry(
                    "h",
                    0,
                    0,
                    (in, args) -> nilOr(in, args, escaped(args.rendering().text(in), args.rendering()))),
            entry(
                    "escape_once",
                    0,
                    0,
                    (in, args) -> nilOr(in, args, escapedOnce(args.rendering().text(in), args))),
            entry("raw", 0, 0, (in, args) -> new Value.Markup(args.rendering().text(in))),
            entry("newline_to_br", 0, 0, EscapeFilters::breaks),
            entry(
                    "strip_html",
                    0,
                    0,
                    (in, args) -> new Value.Text(Tagless.of(args.rendering().text(in)))));

    private EscapeFilters() {}

    private static Value nilOr(Value input, Arguments arguments, String escaped) {
        if (input.equals(Value.NIL)) {
            return Value.NIL;
        }
        return arguments.rendering().html() ? new Value.Markup(escaped) : new Value.Text(escaped);
    }

    static String escaped(String text, Rendering rendering) {
        BoundedText result = rendering.builder();
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            String reference = reference(text.charAt(i));
            if (!reference.isEmpty()) {
                result.append(text, done, i).append(reference);
                done = i + 1;
            }
        }
        return done == 0 ? text : result.append(text, done, text.length()).toString();
    }

    private static String escapedOnce(String text, Arguments arguments) {
        BoundedText result = arguments.rendering().builder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String reference = c == '&' && startsReference(text, i + 1) ? "" : reference(c);
            if (reference.isEmpty()) {
                result.append(c);
            } else {
                result.append(reference);
            }
        }
        return result.toString();
    }

    static String reference(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> "";
        };
    }

    /** Whether a name or a number and a semicolon follow, as in {@code amp;} or {@code #39;}. */
    private static boolean startsReference(String text, int from) {
        int start = text.startsWith("#", from) ? from + 1 : from;
        int at = start;
        while (at < text.length() && referencePart(text.charAt(at), start > from)) {
            at++;
        }
        return at > start && at < text.length() && text.charAt(at) == ';';
    }

    private static boolean referencePart(char c, boolean number) {
        return number ? Scan.digit(c) : (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static Value breaks(Value input, Arguments arguments) {
        Rendering rendering = arguments.rendering();
        String text = rendering.text(input);
        boolean html = rendering.html();
        String safe = html && !(input instanceof Value.Markup) ? escaped(text, rendering) : text;
        BoundedText result = rendering.builder();
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            boolean pair = c == '\r' && i + 1 < safe.length() && safe.charAt(i + 1) == '\n';
            if (c == '\n') {
                result.append("<br />\n");
            } else if (!pair) {
                result.append(c);
            }
        }
        return html ? new Value.Markup(result.toString()) : result.value();
    }
}
