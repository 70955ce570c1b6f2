package dev.svar.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The relaxed forms of a mail's header and body (RFC 6376, section 3.4), one character for each byte. */
final class DkimText {
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final int BUFFER = 8192;

    private DkimText() {}

    /** A field of a header as it stands there. */
    record Field(String name, String line) {
        private boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    /** Where the body begins, behind the first empty line. */
    static int bodyOf(byte[] mail) {
        for (int i = 0; i + 3 < mail.length; i++) {
            if (mail[i] == '\r' && mail[i + 1] == '\n' && mail[i + 2] == '\r' && mail[i + 3] == '\n') {
                return i + 4;
            }
        }
        return mail.length;
    }

    static List<Field> fields(byte[] mail, int body) {
        String header = new String(mail, 0, body, StandardCharsets.ISO_8859_1);
        List<Field> fields = new ArrayList<>();
        for (String line : header.split("\r\n(?![ \t])", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.add(new Field(line.substring(0, colon).strip(), line));
            }
        }
        return fields;
    }

    static int count(List<Field> fields, String name) {
        return (int) fields.stream().filter(field -> field.is(name)).count();
    }

    /** The named fields, each time that a name comes again the next one from below; one that is not there is nothing. */
    static String header(List<Field> fields, List<String> names) {
        StringBuilder text = new StringBuilder();
        List<Field> left = new ArrayList<>(fields);
        for (String name : names) {
            for (int i = left.size() - 1; i >= 0; i--) {
                if (left.get(i).is(name)) {
                    text.append(relaxed(left.remove(i).line())).append("\r\n");
                    break;
                }
            }
        }
        return text.toString();
    }

    static String relaxed(String line) {
        int colon = line.indexOf(':');
        String value = line.substring(colon + 1).replace("\r\n", "").replaceAll("[ \t]+", " ");
        return line.substring(0, colon).strip().toLowerCase(Locale.ROOT) + ":" + value.strip();
    }

    /** Blanks at the ends of lines and lines at the end count for nothing, other runs of blanks for one. */
    static byte[] bodyDigest(byte[] mail, int body) {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        int length = 0;
        long lines = 0;
        boolean blank = false;
        boolean some = false;
        for (int i = body; i < mail.length; i++) {
            byte b = mail[i];
            boolean secondOfPair = b == '\n' && i > body && mail[i - 1] == '\r';
            if (b == '\r' || b == '\n') {
                // Either alone goes over the wire as both.
                lines += secondOfPair ? 0 : 1;
                blank = false;
            } else if (b == ' ' || b == '\t') {
                blank = true;
            } else {
                if (lines > 0 || length + 2 > BUFFER) {
                    digest.update(buffer, 0, length);
                    length = 0;
                }
                for (; lines > 0; lines--) {
                    digest.update(LINE_END);
                }
                if (blank) {
                    buffer[length++] = ' ';
                    blank = false;
                }
                buffer[length++] = b;
                some = true;
            }
        }
        digest.update(buffer, 0, length);
        if (some) {
            digest.update(LINE_END);
        }
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
