package dev.svar.template;

import static dev.svar.template.Filter.entry;

import java.util.List;

/** Filters that replace or remove parts of a text. */
final class ReplaceFilters {
    static final List<Filter.Entry> TABLE = List.of(
            entry("replace", 1, 2, (in, args) -> all(in, args, args.text(1, ""))),
            entry("remove", 1, 1, (in, args) -> all(in, args, "")),
            entry("replace_first", 1, 2, (in, args) -> first(in, args, args.text(1, ""))),
            entry("remove_first", 1, 1, (in, args) -> first(in, args, "")),
            entry("replace_last", 2, 2, (in, args) -> last(in, args, args.text(1))),
            entry("remove_last", 1, 1, (in, args) -> last(in, args, "")));

    private ReplaceFilters() {}

    private static Value all(Value input, Arguments arguments, String by) {
        String text = arguments.rendering().text(input);
        String wanted = arguments.text(0);
        BoundedText result = arguments.rendering().builder();
        if (wanted.isEmpty()) {
            result.append(by);
            for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
                result.append(text, i, text.offsetByCodePoints(i, 1)).append(by);
            }
            return result.value();
        }
        int[] borders = TextSearch.borders(wanted);
        int at = 0;
        for (int found = TextSearch.search(text, wanted, borders, 0);
                found >= 0;
                found = TextSearch.search(text, wanted, borders, at)) {
            result.append(text, at, found).append(by);
            at = found + wanted.length();
        }
        return result.append(text, at, text.length()).value();
    }

    private static Value first(Value input, Arguments arguments, String by) {
        String text = arguments.rendering().text(input);
        String wanted = arguments.text(0);
        return replaced(text, TextSearch.indexOf(text, wanted, 0), wanted, by, arguments);
    }

    private static Value last(Value input, Arguments arguments, String by) {
        String text = arguments.rendering().text(input);
        String wanted = arguments.text(0);
        int found = -1;
        if (wanted.isEmpty()) {
            found = text.length();
        } else {
            String turned = new StringBuilder(text).reverse().toString();
            int fromEnd = TextSearch.indexOf(
                    turned, new StringBuilder(wanted).reverse().toString(), 0);
            found = fromEnd < 0 ? -1 : text.length() - fromEnd - wanted.length();
        }
        return replaced(text, found, wanted, by, arguments);
    }

    private static Value replaced(String text, int found, String wanted, String by, Arguments arguments) {
        if (found < 0) {
            return new Value.Text(text);
        }
        return arguments
                .rendering()
                .builder()
                .append(text, 0, found)
                .append(by)
                .append(text, found + wanted.length(), text.length())
                .value();
    }
}
