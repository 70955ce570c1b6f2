package dev.svar.mail;

import java.text.Normalizer;

/**
 * A line as the rules of threads compare it: lower case, single spaces, no emphasis, no invisible characters, digits and
 * punctuation of all scripts as in Latin script.
 */
final class PlainWords {
    private PlainWords() {}

    static String of(String line) {
        StringBuilder out = new StringBuilder(line.length());
        boolean space = false;
        boolean composes = false;
        for (int i = 0; i < line.length(); i++) {
            char c = plain(line.charAt(i));
            if (c == ' ') {
                space = true;
            } else if (c != 0) {
                if (space && out.length() > 0) {
                    out.append(' ');
                }
                space = false;
                composes |= c >= '\u0300' && c <= '\u036F';
                out.append(c);
            }
        }
        return composes ? Normalizer.normalize(out, Normalizer.Form.NFC) : out.toString();
    }

    /** The character to compare with; 0 if there is none. */
    private static char plain(char c) {
        if (c < 0x80) {
            if (c >= 'A' && c <= 'Z') {
                return (char) (c + 32);
            }
            return c == '*' || c == 0x7F ? 0 : c <= ' ' ? ' ' : c;
        }
        return switch (c) {
            case '\uFF1A' -> ':';
            case '\uFF1C' -> '<';
            case '\uFF1E' -> '>';
            case '\uFF0C', '\u3001', '\u060C' -> ',';
            case '\uFF08' -> '(';
            case '\uFF09' -> ')';
            case '\u2019', '\u02BC' -> '\'';
            case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB' -> '"';
            default -> other(c);
        };
    }

    private static char other(char c) {
        int type = Character.getType(c);
        return switch (type) {
            case Character.FORMAT, Character.CONTROL -> 0;
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.DECIMAL_DIGIT_NUMBER -> (char) ('0' + Character.digit(c, 10));
            case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> Character.toLowerCase(c);
            default -> c;
        };
    }
}
