package dev.svar.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The declarations of one element's style that change how the element itself looks, and nothing else: they load nothing, run
 * nothing and lay nothing over the page (CSS 2.2).
 *
 * @param declarations what may stay, for the attribute {@code style}
 * @param heldBack whether one of the others would have loaded something
 */
record SafeStyle(String declarations, boolean heldBack) {
    private static final int MAX_LENGTH = 10_000;

    private static final Set<String> PROPERTIES = Set.of(
            "background-color",
            "caption-side",
            "clear",
            "color",
            "direction",
            "display",
            "empty-cells",
            "float",
            "height",
            "letter-spacing",
            "line-height",
            "max-height",
            "max-width",
            "min-height",
            "min-width",
            "overflow-wrap",
            "table-layout",
            "unicode-bidi",
            "vertical-align",
            "white-space",
            "width",
            "word-break",
            "word-spacing",
            "word-wrap");

    private static final Set<String> FAMILIES = Set.of("border", "font", "list-style", "margin", "padding", "text");

    /** With less than nothing these would draw the mail over what surrounds it, as negative margins do. */
    private static final Set<String> PULLING = Set.of("letter-spacing", "text-indent", "word-spacing");

    /** Words, numbers, strings of them, and the functions that name colors. */
    private static final Pattern VALUE = Pattern.compile(
            "(?:[-#%.,'\"!/ \\w\\u00a0-\\uffff]|(?<=\\b(?:rgb|rgba|hsl|hsla))\\([-%.,/ \\w]{0,60}\\)){1,500}");

    static SafeStyle of(String style) {
        StringBuilder out = new StringBuilder();
        boolean loads = false;
        for (String declaration : PlainText.cut(style, MAX_LENGTH).split(";", -1)) {
            int colon = declaration.indexOf(':');
            String name =
                    colon < 0 ? "" : declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = colon < 0 ? "" : declaration.substring(colon + 1).strip();
            loads |= value.toLowerCase(Locale.ROOT).contains("url(");
            if (isHarmless(name, value)) {
                out.append(out.isEmpty() ? "" : "; ").append(name).append(": ").append(value);
            }
        }
        return new SafeStyle(out.toString(), loads);
    }

    private static boolean isHarmless(String name, String value) {
        int dash = name.indexOf('-', name.startsWith("list-") ? "list-".length() : 0);
        String family = dash < 0 ? name : name.substring(0, dash);
        boolean known = PROPERTIES.contains(name) || FAMILIES.contains(family);
        boolean pulls = name.equals("text-shadow")
                || ((family.equals("margin") || PULLING.contains(name)) && value.indexOf('-') >= 0)
                || (name.equals("vertical-align") && value.chars().anyMatch(Character::isDigit));
        return known && !pulls && VALUE.matcher(value).matches();
    }
}
