package dev.svar.jdbc;

import dev.svar.error.InvalidValueException;
import java.time.Instant;

/** Instants as microseconds since 1970-01-01T00:00Z: the same number in every database, whatever its time zone. */
final class Micros {
    private static final long PER_SECOND = 1_000_000;
    private static final int NANOS = 1000;

    private Micros() {}

    static long of(Instant instant) {
        try {
            return Math.addExact(
                    Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), (long) (instant.getNano() / NANOS));
        } catch (ArithmeticException e) {
            throw new InvalidValueException("instant", "is further than 290,000 years from 1970, no store can keep it");
        }
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * (long) NANOS);
    }

    /** What is left of an instant once it was stored. */
    static Instant cut(Instant instant) {
        return instant(of(instant));
    }
}
