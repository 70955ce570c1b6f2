package dev.svar.category;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Forgives how people type: letter case, missing accents, "soooo". */
final class Spelling {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");

    private Spelling() {}

    static String folded(String word) {
        String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        String bare = MARKS.matcher(apart)
                .replaceAll("")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("ß", "ss");
        return DRAWN_OUT.matcher(bare).replaceAll("$1");
    }
}
