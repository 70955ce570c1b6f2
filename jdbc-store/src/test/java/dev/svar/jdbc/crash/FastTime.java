package dev.svar.jdbc.crash;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The desk's time runs fast, so that leases end and promises break within seconds; it is the same in all processes. */
record FastTime(Instant origin) implements InstantSource {
    private static final int SPEED = 120;

    static FastTime startingNow() {
        return new FastTime(InstantSource.system().instant());
    }

    @Override
    public Instant instant() {
        return origin.plus(
                Duration.between(origin, InstantSource.system().instant()).multipliedBy(SPEED));
    }
}
