package dev.svar.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Chinese in seven bits (RFC 1843, HZ), which Java does not know. */
final class HzText {
    private static final int EIGHTH_BIT = 0x80;

    private HzText() {}

    static boolean isNamed(String charset) {
        String name = charset.strip().toLowerCase(Locale.ROOT);
        return name.equals("hz-gb-2312") || name.equals("hz") || name.equals("hz-gb2312");
    }

    static String decode(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        boolean chinese = false;
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            int next = b == '~' && i + 1 < bytes.length ? bytes[i + 1] : 0;
            if (!chinese && next == '~') {
                out.write('~');
                i++;
            } else if (next == '{' || next == '}') {
                chinese = next == '{';
                i++;
            } else if (b == '\n') {
                chinese = false;
                out.write(b);
            } else {
                out.write(chinese && b > ' ' ? b | EIGHTH_BIT : b);
            }
        }
        return Charsets.named("gb18030")
                .map(set -> new String(out.toByteArray(), set))
                .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
