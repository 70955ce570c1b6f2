package dev.svar.mail;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Map;
import java.util.Optional;

/** The character sets by the numbers that Windows gives to them. */
final class CodePage {
    private static final int ISO_8859 = 28_590;
    private static final int MOST_OF_ISO_8859 = 16;

    private static final Map<Integer, String> NAMES = Map.of(
            65_001, "utf-8",
            20_866, "koi8-r",
            21_866, "koi8-u",
            50_220, "iso-2022-jp",
            50_221, "iso-2022-jp",
            50_222, "iso-2022-jp",
            51_932, "euc-jp",
            51_949, "euc-kr",
            54_936, "gb18030");

    private CodePage() {}

    /** Empty for one that is not known. */
    static Optional<Charset> of(int page) {
        int iso = page - ISO_8859;
        String name =
                iso > 0 && iso <= MOST_OF_ISO_8859 ? "iso-8859-" + iso : NAMES.getOrDefault(page, "windows-" + page);
        return Charsets.named(name).or(() -> Charsets.named("cp" + page));
    }

    /** Whether the last byte is the first of two that are one character. */
    static boolean isHalf(byte[] bytes, Charset set) {
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        set.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .decode(in, out, false);
        return in.hasRemaining();
    }
}
