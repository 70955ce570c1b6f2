package dev.svar.template;

/** The two values that are texts. */
final class Texts {
    static final Value EMPTY = new Value.Text("");
    private static final int LONGEST_SHOWN = 100;

    private Texts() {}

    static boolean is(Value value) {
        return value instanceof Value.Text || value instanceof Value.Markup;
    }

    /** The text of a value that is one. */
    static String of(Value value) {
        return value instanceof Value.Markup markup ? markup.value() : ((Value.Text) value).value();
    }

    /** A name as an error shows it. */
    static String shown(String name) {
        return name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
    }

    /** The text without whitespace and control characters of ASCII at its start or its end. */
    static String stripped(String text, boolean start, boolean end) {
        int from = 0;
        int to = text.length();
        while (start && from < to && blank(text.charAt(from))) {
            from++;
        }
        while (end && to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean blank(char c) {
        return c == '\0' || Scan.whitespace(c);
    }
}
