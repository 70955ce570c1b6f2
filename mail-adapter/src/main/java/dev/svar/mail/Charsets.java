package dev.svar.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes to text under the names that mail gives to its character sets. Names of narrow sets are read as the wider ones
 * that senders really use under them, as the Encoding Standard of the WHATWG does, whichever of its names a set has.
 */
final class Charsets {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final byte ESCAPE = 0x1B;

    /** Code pages are Microsoft's, whatever stands before their number. */
    private static final Pattern CODE_PAGE = Pattern.compile("(?:x-)?(?:cp|win|windows|ms|dos)[-_ ]?(\\d{3,5})");

    /** The parts of ISO 8859, however they are written. */
    private static final Pattern ISO_8859 =
            Pattern.compile("(?:cs)?iso[-_ ]?8859[-_ ]?(\\d{1,2})(?:-[ie])?(?::\\d{4})?");

    private static final Pattern UNICODE =
            Pattern.compile("(?:x-)?(?:unicode-?\\d?-?\\d?-?)?utf[-_ ]?8(?:-?sig|-?bom|mb[34])?");

    /** What is read instead of a set, by its own name or by one that the platform does not know. */
    private static final Map<String, String> WIDER = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso-8859-1-windows-3.1-latin-1", "windows-1252"),
            Map.entry("ansi", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("logical", "iso-8859-8"),
            Map.entry("visual", "iso-8859-8"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("gb_2312", "gb18030"),
            Map.entry("gb_2312-80", "gb18030"),
            Map.entry("chinese", "gb18030"),
            Map.entry("csgb2312", "gb18030"),
            Map.entry("csiso58gb231280", "gb18030"),
            Map.entry("iso-ir-58", "gb18030"),
            Map.entry("x-gbk", "gb18030"),
            Map.entry("windows-936", "gb18030"),
            Map.entry("windows-65001", "utf-8"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("windows-932", "windows-31j"),
            Map.entry("euc-jp", "x-eucjp-open"),
            Map.entry("ujis", "x-eucjp-open"),
            Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ks_c_5601-1989", "x-windows-949"),
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("ksc5601", "x-windows-949"),
            Map.entry("csksc56011987", "x-windows-949"),
            Map.entry("iso-ir-149", "x-windows-949"),
            Map.entry("korean", "x-windows-949"),
            Map.entry("uhc", "x-windows-949"),
            Map.entry("big5", "x-windows-950"),
            Map.entry("cn-big5", "x-windows-950"),
            Map.entry("x-x-big5", "x-windows-950"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("x-iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("koi", "koi8-r"),
            Map.entry("koi8-ru", "koi8-u"),
            Map.entry("x-mac-roman", "x-macroman"),
            Map.entry("macintosh", "x-macroman"),
            Map.entry("mac", "x-macroman"),
            Map.entry("x-mac-cyrillic", "x-maccyrillic"),
            Map.entry("x-mac-ukrainian", "x-macukraine"));

    /** The platform looks for an unknown name among all its providers each time, too slow for a mail full of them. */
    private static final Map<String, Charset> KNOWN = known();

    private Charsets() {}

    /** The character set of that name; empty for an unknown one and for plain ASCII, which nobody sticks to. */
    static Optional<Charset> named(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.equals("us-ascii") || plain.equals("ascii") || plain.equals("ansi_x3.4-1968")) {
            return Optional.empty();
        }
        return known(canonical(plain)).or(() -> known(plain));
    }

    private static Optional<String> rare(byte[] bytes, String name) {
        Optional<String> text = RareSets.decode(bytes, canonical(name.strip().toLowerCase(Locale.ROOT)));
        return text.flatMap(t -> unicode(bytes).or(() -> text));
    }

    /** A name as the platform writes it, where it is one of those that mail writes in many ways. */
    private static String canonical(String name) {
        Matcher page = CODE_PAGE.matcher(name);
        if (page.matches()) {
            String windows = "windows-" + page.group(1);
            return known(windows).isPresent() ? windows : "cp" + page.group(1);
        }
        Matcher iso = ISO_8859.matcher(name);
        return iso.matches()
                ? "iso-8859-" + iso.group(1)
                : UNICODE.matcher(name).matches() ? "utf-8" : name;
    }

    /** The set to read for that name: the wider one if there is one, also where the name is only one of several. */
    private static Optional<Charset> known(String name) {
        Optional<Charset> set = wider(name).or(() -> Optional.ofNullable(KNOWN.get(name)));
        return set.flatMap(s -> wider(s.name().toLowerCase(Locale.ROOT))).or(() -> set);
    }

    private static Optional<Charset> wider(String name) {
        return Optional.ofNullable(WIDER.get(name)).flatMap(wide -> Optional.ofNullable(KNOWN.get(wide)));
    }

    /**
     * The text under the named set; without a known name it is UTF-8 if it can be, else windows-1252. Text under the name
     * of a set of single bytes that can be UTF-8 is UTF-8, and text that claims to be UTF-8 and has nothing of it is
     * windows-1252: neither happens by chance. Where nothing is said, the escapes of ISO-2022-JP say it.
     */
    static String decode(byte[] bytes, String name) {
        if (Utf7.isNamed(name)) {
            return Utf7.decode(bytes);
        }
        if (HzText.isNamed(name)) {
            return HzText.decode(bytes);
        }
        Optional<Charset> set = named(name);
        if (set.isEmpty()) {
            return rare(bytes, name).orElseGet(() -> guess(bytes));
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

    /**
     * The text as ISO-2022-JP if it has its escapes, else as UTF-8 if it can be, else in the set that its letters make
     * likely, else as windows-1252.
     */
    static String guess(byte[] bytes) {
        Optional<Charset> escaped =
                escapesToJapanese(bytes) && isAscii(bytes) ? known("iso-2022-jp") : Optional.empty();
        return escaped.map(set -> new String(bytes, set))
                .or(() -> unicode(bytes))
                .or(() -> UnnamedSet.of(bytes).map(set -> new String(bytes, set)))
                .orElseGet(() -> new String(bytes, WINDOWS_1252));
    }

    /** Whether the escapes to JIS X 0208 or to the Roman letters of JIS X 0201 occur (RFC 1468). */
    private static boolean escapesToJapanese(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == ESCAPE
                    && ((bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@'))
                            || (bytes[i + 1] == '(' && bytes[i + 2] == 'J'))) {
                return true;
            }
        }
        return false;
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
