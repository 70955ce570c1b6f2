package dev.svar.mail;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;

/** Undoes base64 and quoted-printable (RFC 2045) and never fails: what is no code is skipped or kept as it stands. */
final class TransferEncoding {
    private static final int[] SIXTY_FOUR = sixtyFour();

    private TransferEncoding() {}

    /** The bytes behind a Content-Transfer-Encoding; unknown ones stand for themselves. */
    static byte[] decode(byte[] bytes, String encoding) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "base64" -> base64(bytes);
            case "quoted-printable" -> quotedPrintable(bytes, false);
            default -> bytes;
        };
    }

    static byte[] base64(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 * 3 + 3);
        int bits = 0;
        int count = 0;
        for (byte b : bytes) {
            int value = SIXTY_FOUR[b & 0xff];
            if (value >= 0) {
                bits = (bits << 6) | value;
                count += 6;
                if (count >= 8) {
                    count -= 8;
                    out.write(bits >> count);
                }
            } else if (b == '=') {
                count = 0;
            }
        }
        return out.toByteArray();
    }

    /** In headers (RFC 2047) an underscore is a space. */
    static byte[] quotedPrintable(byte[] bytes, boolean inHeader) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        int i = 0;
        while (i < bytes.length) {
            byte b = bytes[i];
            if (b == '=') {
                int high = i + 1 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
                int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
                int softBreak = softBreak(bytes, i + 1);
                if (high >= 0 && low >= 0) {
                    out.write(high << 4 | low);
                    i += 3;
                } else if (softBreak > 0) {
                    i = softBreak;
                } else {
                    out.write(b);
                    i++;
                }
            } else {
                out.write(inHeader && b == '_' ? ' ' : b);
                i++;
            }
        }
        return out.toByteArray();
    }

    /** Where the text goes on if only blanks and a line break follow; 0 if something else does. */
    private static int softBreak(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length && i - from < 80 && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r')) {
            i++;
        }
        if (i >= bytes.length) {
            return i;
        }
        return bytes[i] == '\n' ? i + 1 : 0;
    }

    private static int[] sixtyFour() {
        int[] values = new int[256];
        Arrays.fill(values, -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = i;
        }
        return values;
    }
}
