package dev.svar.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Bytes to text under the names that mail gives to its character sets. Names of narrow sets are read as the wider ones
 * that senders really use under them, as the Encoding Standard of the WHATWG does.
 */
final class Charsets {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Map<String, String> WIDER = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("cp-1252", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("utf8", "utf-8"),
            Map.entry("unicode-1-1-utf-8", "utf-8"));

    /** The platform looks for an unknown name among all its providers each time, too slow for a mail full of them. */
    private static final Map<String, Charset> KNOWN = known();

    private Charsets() {}

    /** The character set of that name; empty for an unknown one and for plain ASCII, which nobody sticks to. */
    static Optional<Charset> named(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.equals("us-ascii") || plain.equals("ascii") || plain.equals("ansi_x3.4-1968")) {
            return Optional.empty();
        }
        return Optional.ofNullable(KNOWN.get(WIDER.getOrDefault(plain, plain)));
    }

    /** The text under the named set; without a known name it is UTF-8 if it can be, else windows-1252. */
    static String decode(byte[] bytes, String name) {
        return named(name).map(set -> new String(bytes, set)).orElseGet(() -> guess(bytes));
    }

    private static Map<String, Charset> known() {
        Map<String, Charset> known = new HashMap<>();
        for (Charset set : Charset.availableCharsets().values()) {
            set.aliases().forEach(alias -> known.put(alias.toLowerCase(Locale.ROOT), set));
        }
        Charset.availableCharsets().forEach((name, set) -> known.put(name.toLowerCase(Locale.ROOT), set));
        return Map.copyOf(known);
    }

    /** The text as UTF-8 if it can be, else as windows-1252. */
    static String guess(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS_1252);
        }
    }
}
