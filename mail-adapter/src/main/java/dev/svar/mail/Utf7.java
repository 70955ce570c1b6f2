package dev.svar.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Text in UTF-7 (RFC 2152), which Java does not know and old programs still send. */
final class Utf7 {
    private Utf7() {}

    static boolean isNamed(String charset) {
        String name = charset.strip();
        return name.equalsIgnoreCase("utf-7")
                || name.equalsIgnoreCase("utf7")
                || name.equalsIgnoreCase("unicode-1-1-utf-7");
    }

    static String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '+') {
                out.append(c);
            } else if (at < text.length() && text.charAt(at) == '-') {
                out.append('+');
                at++;
            } else {
                at = shifted(text, at, out);
            }
        }
        return out.toString();
    }

    private static int shifted(String text, int from, StringBuilder out) {
        int end = from;
        while (end < text.length() && isBase64(text.charAt(end))) {
            end++;
        }
        if (end == from) {
            out.append('+');
        }
        byte[] units = TransferEncoding.base64(text.substring(from, end).getBytes(StandardCharsets.ISO_8859_1));
        ByteArrayOutputStream whole = new ByteArrayOutputStream(units.length);
        whole.write(units, 0, units.length & ~1);
        out.append(new String(whole.toByteArray(), StandardCharsets.UTF_16BE));
        return end < text.length() && text.charAt(end) == '-' ? end + 1 : end;
    }

    private static boolean isBase64(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }
}
