package dev.svar.testkit;

import dev.svar.DueRun;
import dev.svar.HelpDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** A clock that stands still until it is moved. Safe for use by several threads. */
public final class ManualTime implements InstantSource {
    private static final int AT_ONCE = 100;

    private volatile Instant now;

    private ManualTime(Instant now) {
        this.now = now;
    }

    /**
     * A clock that stands at an instant.
     *
     * @param instant for example {@code 2026-12-03T10:00:00Z}
     * @return the clock
     */
    public static ManualTime at(String instant) {
        return new ManualTime(Instant.parse(instant));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * Moves the clock.
     *
     * @param instant where it stands from now on
     */
    public void set(Instant instant) {
        now = instant;
    }

    /**
     * Moves the clock forward.
     *
     * @param duration by how much
     */
    public void advance(Duration duration) {
        set(now.plus(duration));
    }

    /**
     * Lives through the time until an instant: stops wherever work becomes due and does it, so that everything happens in
     * its order and at its time.
     *
     * @param desk whose work
     * @param end where the clock stands afterwards
     * @return how many pieces of work were done
     */
    public int runUntil(HelpDesk desk, Instant end) {
        int done = 0;
        while (true) {
            DueRun run = desk.runDue(AT_ONCE);
            done += run.done();
            Optional<Instant> next = run.next().filter(at -> !at.isAfter(end));
            if (next.isEmpty()) {
                set(end);
                return done;
            }
            if (next.get().isAfter(now)) {
                set(next.get());
            }
        }
    }
}
