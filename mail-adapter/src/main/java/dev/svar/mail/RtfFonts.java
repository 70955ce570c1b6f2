package dev.svar.mail;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** By which character set the bytes of RTF are read: that of the font, else that of the document (RTF 1.9.1). */
final class RtfFonts {
    /** Stands for a number that is not given. */
    static final int NONE = Integer.MIN_VALUE;

    private static final int MAX_FONTS = 1_000;

    /** The code pages of the sets that fonts name; others, such as that of symbols, say nothing about text. */
    private static final Map<Integer, Integer> PAGES = Map.ofEntries(
            Map.entry(128, 932),
            Map.entry(129, 949),
            Map.entry(134, 936),
            Map.entry(136, 950),
            Map.entry(161, 1253),
            Map.entry(162, 1254),
            Map.entry(163, 1258),
            Map.entry(177, 1255),
            Map.entry(178, 1256),
            Map.entry(186, 1257),
            Map.entry(204, 1251),
            Map.entry(222, 874),
            Map.entry(238, 1250));

    private final Map<Integer, Charset> fonts = new HashMap<>();
    private Charset standard = Charsets.WINDOWS_1252;
    private int usual = NONE;

    /** Takes the code page of the document, if it is known. */
    void standard(int page) {
        standard = CodePage.of(page).orElse(standard);
    }

    /** Takes the number of the font that is used where none is named. */
    void usual(int font) {
        usual = font;
    }

    int usual() {
        return usual;
    }

    /** Takes the set of a font, if it is one of text. */
    void set(int font, int set) {
        if (fonts.size() < MAX_FONTS) {
            Optional.ofNullable(PAGES.get(set)).flatMap(CodePage::of).ifPresent(page -> fonts.put(font, page));
        }
    }

    Charset of(int font) {
        return fonts.getOrDefault(font, standard);
    }
}
