package dev.svar;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Version 7 UUIDs (RFC 9562): the time in milliseconds, a counter, then random bits. Ids of one source rise, also within a
 * millisecond, so what is made in one go is listed in the order in which it was made, and new rows lie beside each other.
 */
final class TimeOrderedIds implements Supplier<UUID> {
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER = (1L << COUNTER_BITS) - 1;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();

    TimeOrderedIds(InstantSource time) {
        this.time = time;
    }

    /** A counter that runs over borrows from the next millisecond. */
    @Override
    public UUID get() {
        long now = time.millis() << COUNTER_BITS;
        long tick = last.updateAndGet(before -> Math.max(before + 1, now));
        long high = (tick >>> COUNTER_BITS << 16) | VERSION | (tick & COUNTER);
        long low = VARIANT | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
