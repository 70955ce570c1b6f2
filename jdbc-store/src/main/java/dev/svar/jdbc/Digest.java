package dev.svar.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a text in hexadecimal: a key of fixed length for texts that are too long for an index. */
final class Digest {
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
}
