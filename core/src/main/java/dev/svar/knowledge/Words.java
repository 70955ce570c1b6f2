package dev.svar.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a text, by which two texts are the same whatever their letter case and punctuation. */
final class Words {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Words() {}

    /** The beginning of a text, which ends with a whole character. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    static List<String> of(String text) {
        String plain =
                NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
    }

    static String key(String text) {
        return String.join(" ", of(text));
    }
}
