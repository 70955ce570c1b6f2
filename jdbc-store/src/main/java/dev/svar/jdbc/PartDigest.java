package dev.svar.jdbc;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of a part of an archive: all lines from the header or a checkpoint on, with that one, to the one before the next
 * checkpoint. Since each part begins with the digest of the one before, the last digest stands for the whole archive.
 */
final class PartDigest {
    private final MessageDigest digest = sha256();

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Adds the bytes of a line and the line feed after it. */
    void add(byte[] line, int length) {
        digest.update(line, 0, length);
        digest.update((byte) '\n');
    }

    /** {@return the digest of the part in hexadecimal; the next part begins} */
    String end() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
