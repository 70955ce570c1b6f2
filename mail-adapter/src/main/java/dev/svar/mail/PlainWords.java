package dev.svar.mail;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * A line as the rules of threads compare it: lower case, single spaces, no emphasis, no invisible characters, digits and
 * punctuation of all scripts as in Latin script.
 */
final class PlainWords {
    private PlainWords() {}

    /** What each character of ASCII is compared as; 0 if it is left out. */
    private static final byte[] ASCII = ascii();

    /** Whether a character of ASCII stands between words. */
    static boolean divides(char c) {
        return c < ASCII.length && ASCII[c] != 0 && !Character.isLetter(c);
    }

    /** Where the first colon stands from here on, a wide one of Chinese or Japanese too; -1 if there is none. */
    static int colon(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == ':' || text.charAt(i) == '\uFF1A') {
                return i;
            }
        }
        return -1;
    }

    /** Whether a character of ASCII is left out, or compared as a space. */
    static boolean isNothing(char c) {
        return c < ASCII.length && (ASCII[c] == 0 || ASCII[c] == ' ');
    }

    static String of(String line) {
        return of(line, 0, line.length());
    }

    /** The words of a part of a text. Most lines are ASCII alone, for which bytes do. */
    static String of(String text, int start, int end) {
        byte[] out = new byte[end - start];
        int length = 0;
        boolean space = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= ASCII.length) {
                return ofAnyScript(text, start, end);
            }
            byte plain = ASCII[c];
            if (plain == ' ') {
                space = length > 0;
            } else if (plain != 0) {
                if (space) {
                    out[length++] = ' ';
                    space = false;
                }
                out[length++] = plain;
            }
        }
        return new String(out, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static String ofAnyScript(String text, int start, int end) {
        StringBuilder out = new StringBuilder(end - start);
        boolean space = false;
        boolean composes = false;
        for (int i = start; i < end; i++) {
            char c = plain(text.charAt(i));
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
        if (c < ASCII.length) {
            return (char) ASCII[c];
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

    private static byte[] ascii() {
        byte[] plain = new byte[0x80];
        for (int c = 0; c < plain.length; c++) {
            boolean capital = c >= 'A' && c <= 'Z';
            boolean left = c == '*' || c == 0x7F;
            plain[c] = (byte) (left ? 0 : c <= ' ' ? ' ' : capital ? c + ('a' - 'A') : c);
        }
        return plain;
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
