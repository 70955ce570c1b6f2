package dev.svar;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** Version 7 UUIDs (RFC 9562): the time in milliseconds, then random bits, so that new rows lie beside each other. */
final class TimeOrderedIds implements Supplier<UUID> {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();

    TimeOrderedIds(InstantSource time) {
        this.time = time;
    }

    @Override
    public UUID get() {
        long high = (time.millis() << 16) | VERSION | (random.nextInt() & 0x0FFFL);
        long low = VARIANT | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
