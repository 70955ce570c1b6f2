package dev.svar.jdbc;

import java.util.HexFormat;

/**
 * Text as every database can hold it. PostgreSQL has no U+0000, and no database keeps a surrogate without its other half;
 * mail holds both. They are written as DLE (U+0010, "data link escape") and the four hexadecimal digits of the character,
 * and so is DLE itself. All other text is stored as it is.
 */
final class StoredText {
    private static final char ESCAPE = '\u0010';
    private static final int DIGITS = 4;
    private static final HexFormat HEX = HexFormat.of();

    private StoredText() {}

    static String escape(String text) {
        return replaceUnstorable(text, Character.toString(ESCAPE), true);
    }

    /** JSON without lone surrogates: its generator escapes U+0000 and DLE already, and surrogates are only in strings. */
    static String escapeJson(String json) {
        return replaceUnstorable(json, "\\u", false);
    }

    private static String replaceUnstorable(String text, String prefix, boolean controls) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                if (out != null) {
                    out.append(c).append(text.charAt(i + 1));
                }
                i++;
            } else if (Character.isSurrogate(c) || (controls && (c == 0 || c == ESCAPE))) {
                if (out == null) {
                    out = new StringBuilder(text.length() + DIGITS).append(text, 0, i);
                }
                out.append(prefix).append(HEX.toHexDigits(c));
            } else if (out != null) {
                out.append(c);
            }
        }
        return out == null ? text : out.toString();
    }

    static String unescape(String stored) {
        int at = stored.indexOf(ESCAPE);
        if (at < 0) {
            return stored;
        }
        StringBuilder out = new StringBuilder(stored.length());
        int from = 0;
        while (at >= 0 && at + DIGITS < stored.length()) {
            out.append(stored, from, at);
            from = at + 1 + DIGITS;
            out.append((char) HexFormat.fromHexDigits(stored, at + 1, from));
            at = stored.indexOf(ESCAPE, from);
        }
        return out.append(stored, from, stored.length()).toString();
    }
}
