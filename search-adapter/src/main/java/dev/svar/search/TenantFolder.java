package dev.svar.search;

import dev.svar.contact.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The folder of a tenant: its id where that can be a name in every file system, signs written out, long ones as a digest. */
final class TenantFolder {
    private static final int MAX_READABLE = 100;

    private TenantFolder() {}

    static String of(TenantId tenant) {
        StringBuilder name = new StringBuilder("t-");
        for (byte b : tenant.value().getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            // Capital letters are written out too: not every file system tells them from small ones.
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-') {
                name.append(c);
            } else {
                name.append(String.format(Locale.ROOT, "_%02x", (int) c));
            }
        }
        return name.length() <= MAX_READABLE ? name.toString() : "d-" + digest(tenant.value());
    }

    private static String digest(String id) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
