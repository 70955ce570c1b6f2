package dev.svar;

import dev.svar.delivery.DeliveryPace;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Gives out places in time at a pace: no window holds more of them than the pace allows. Not safe for use by several threads;
 * whoever has it locks.
 */
final class Turnstile {
    private final DeliveryPace pace;

    /** The latest places that were given, earliest first, as many as a window may hold. */
    private final Deque<Instant> given = new ArrayDeque<>();

    Turnstile(DeliveryPace pace) {
        this.pace = pace;
    }

    /** The next place, now or later; it is given. */
    Instant take(Instant now) {
        Instant place = next(now);
        if (given.size() == pace.most()) {
            given.removeFirst();
        }
        given.addLast(place);
        return place;
    }

    /** Where the next place would be. */
    Instant next(Instant now) {
        if (given.size() < pace.most()) {
            return now;
        }
        Instant free = given.getFirst().plus(pace.window());
        return free.isAfter(now) ? free : now;
    }

    /** How many places there are at once, at most so many as asked for. */
    int room(Instant now, int wanted) {
        int unused = pace.most() - given.size();
        long free = given.stream()
                .limit(Math.max(wanted - unused, 0))
                .filter(place -> !place.plus(pace.window()).isAfter(now))
                .count();
        return (int) Math.min(unused + free, wanted);
    }

    /** Whether nothing that was given counts any more. */
    boolean isIdle(Instant now) {
        return given.isEmpty() || !given.getLast().plus(pace.window()).isAfter(now);
    }
}
