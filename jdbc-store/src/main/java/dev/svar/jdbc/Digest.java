package dev.svar.jdbc;

import dev.svar.error.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 of a text in hexadecimal: a key of fixed length for texts that are too long for an index. */
final class Digest {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private Digest() {}

    /** The parts are one line each, so that a line break between them keeps them apart. */
    static String of(String... parts) {
        try {
            byte[] bytes = StoredText.escape(String.join("\n", parts)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Checks what should be one. */
    static String checked(String field, String digest) {
        if (!FORM.matcher(digest).matches()) {
            throw new InvalidValueException(field, "must be the 64 hexadecimal digits of a SHA-256");
        }
        return digest;
    }
}
