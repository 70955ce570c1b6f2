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
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("ksc5601", "x-windows-949"),
            Map.entry("ks_c_5601-1989", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("gb_2312-80", "gb18030"),
            Map.entry("x-gbk", "gb18030"),
            Map.entry("cp936", "gb18030"),
            Map.entry("windows-936", "gb18030"),
            Map.entry("big5", "x-windows-950"),
            Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("iso-8859-1-windows-3.1-latin-1", "windows-1252"),
            Map.entry("ansi", "windows-1252"),
            Map.entry("x-mac-roman", "x-macroman"),
            Map.entry("macintosh", "x-macroman"),
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
        return Optional.ofNullable(KNOWN.get(WIDER.getOrDefault(plain, plain)))
                .or(() -> Optional.ofNullable(KNOWN.get(plain)));
    }

    /**
     * The text under the named set; without a known name it is UTF-8 if it can be, else windows-1252. Text under the name
     * of a set of single bytes that can be UTF-8 is UTF-8, and text that claims to be UTF-8 and has nothing of it is
     * windows-1252: neither happens by chance.
     */
    static String decode(byte[] bytes, String name) {
        if (Utf7.isNamed(name)) {
            return Utf7.decode(bytes);
        }
        Optional<Charset> set = named(name);
        if (set.isEmpty()) {
            return guess(bytes);
        }
        if (set.get().equals(StandardCharsets.UTF_8)) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            boolean broken = text.indexOf('\uFFFD') >= 0;
            boolean some = broken && text.chars().anyMatch(c -> c > 0x7f && c != '\uFFFD');
            return broken && !some ? guess(bytes) : text;
        }
        Optional<String> unicode = isOfSingleBytes(set.get()) && !isAscii(bytes) ? unicode(bytes) : Optional.empty();
        return unicode.orElseGet(() -> new String(bytes, set.get()));
    }

    private static boolean isOfSingleBytes(Charset set) {
        return set.canEncode() && set.newEncoder().maxBytesPerChar() == 1;
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
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
        return unicode(bytes).orElseGet(() -> new String(bytes, WINDOWS_1252));
    }

    private static Optional<String> unicode(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
