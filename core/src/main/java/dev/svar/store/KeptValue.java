package dev.svar.store;

import dev.svar.error.Check;
import dev.svar.message.Content;
import java.time.Instant;

/**
 * What a part of a desk keeps of itself, for example a trained model: bytes under a name, which only that part understands.
 * What their digest says they are is checked when they are read.
 *
 * @param name its name, one line of at most {@value #MAX_NAME_LENGTH} characters
 * @param version how often it was kept, from 1
 * @param asOf of when it is
 * @param content the bytes, at most {@value #MAX_BYTES}
 */
public record KeptValue(String name, long version, Instant asOf, Content content) {
    /** The most characters of a name. */
    public static final int MAX_NAME_LENGTH = 100;

    /** The most bytes; they are in memory as a whole. */
    public static final int MAX_BYTES = 12_000_000;

    /**
     * Checks.
     *
     * @param name its name
     * @param version how often it was kept, from 1
     * @param asOf of when it is
     * @param content the bytes
     */
    public KeptValue {
        Check.line("kept.name", name, MAX_NAME_LENGTH);
        Check.range("kept.version", version, 1, Long.MAX_VALUE);
        Check.range("kept.size", content.ref().size(), 0, MAX_BYTES);
    }

    /** {@return the version that the store must have for this to be committed, 0 if it must have none of that name} */
    public long expectedVersion() {
        return version - 1;
    }
}
