package dev.svar.message;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;

/**
 * Names a {@link Content} that the store keeps.
 *
 * @param digest the SHA-256 of its bytes, 64 lower-case hexadecimal digits
 * @param size how many bytes it has
 */
public record ContentRef(String digest, long size) {
    private static final int DIGEST_LENGTH = 64;

    /**
     * Checks both.
     *
     * @param digest the SHA-256 of its bytes, 64 lower-case hexadecimal digits
     * @param size how many bytes it has
     */
    public ContentRef {
        if (digest.length() != DIGEST_LENGTH) {
            throw new InvalidValueException("content.digest", "must be the 64 hexadecimal digits of a SHA-256");
        }
        Check.range("content.size", size, 0, Long.MAX_VALUE);
    }
}
