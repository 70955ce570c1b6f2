package dev.svar.message;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.util.regex.Pattern;

/**
 * Names a {@link Content} that the store keeps.
 *
 * @param digest the SHA-256 of its bytes, 64 lower-case hexadecimal digits
 * @param size how many bytes it has
 */
public record ContentRef(String digest, long size) {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks both.
     *
     * @param digest the SHA-256 of its bytes, 64 lower-case hexadecimal digits
     * @param size how many bytes it has
     */
    public ContentRef {
        if (!DIGEST.matcher(digest).matches()) {
            throw new InvalidValueException(
                    "content.digest", "must be the 64 lower-case hexadecimal digits of a SHA-256");
        }
        Check.range("content.size", size, 0, Long.MAX_VALUE);
    }
}
