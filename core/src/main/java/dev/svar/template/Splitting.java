package dev.svar.template;

import java.util.ArrayList;
import java.util.List;

/** The parts of a text: by whitespace for a space, its characters for nothing, else by what stands between them. */
final class Splitting {
    private Splitting() {}

    static Value split(String text, String by) {
        List<Value> parts = new ArrayList<>();
        if (by.equals(" ")) {
            words(text, parts);
        } else if (by.isEmpty()) {
            text.codePoints().forEach(c -> parts.add(new Value.Text(Character.toString(c))));
        } else {
            between(text, by, parts);
        }
        int size = parts.size();
        while (size > 0 && parts.get(size - 1).equals(Texts.EMPTY)) {
            size--;
        }
        return new Value.Items(parts.subList(0, size));
    }

    private static void words(String text, List<Value> parts) {
        int at = Scan.skipWhitespace(text, 0, text.length());
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && !Scan.whitespace(text.charAt(end))) {
                end++;
            }
            parts.add(new Value.Text(text.substring(at, end)));
            at = Scan.skipWhitespace(text, end, text.length());
        }
    }

    private static void between(String text, String by, List<Value> parts) {
        int[] borders = TextSearch.borders(by);
        int at = 0;
        for (int found = TextSearch.search(text, by, borders, 0);
                found >= 0;
                found = TextSearch.search(text, by, borders, at)) {
            parts.add(new Value.Text(text.substring(at, found)));
            at = found + by.length();
        }
        parts.add(new Value.Text(text.substring(at)));
    }
}
