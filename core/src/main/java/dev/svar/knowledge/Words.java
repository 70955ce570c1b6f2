package dev.svar.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a text, by which two texts are the same whatever their letter case and punctuation. */
final class Words {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Words() {}

    static List<String> of(String text) {
        String plain = NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
    }

    static String key(String text) {
        return String.join(" ", of(text));
    }
}
