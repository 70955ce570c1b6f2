package dev.svar;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * Whose turn it is: desks that have something to do stand in one line and go back to its end, so one with a lot to do holds
 * up none with little. A desk that is never done with its turns gets some more beside each other. Instants are nanoseconds
 * since some moment. Knows neither threads nor clocks; to be guarded by whoever has them.
 */
final class DeskRota {
    private static final Comparator<Place> BY_TIME =
            Comparator.comparingLong((Place place) -> place.at).thenComparingLong(place -> place.serial);

    private final int perDesk;
    private final Map<HelpDesk, Place> places = new HashMap<>();
    private final Deque<Place> line = new ArrayDeque<>();
    private final TreeSet<Place> waiting = new TreeSet<>(BY_TIME);
    private long lastSerial;

    /** @param perDesk the most turns of one desk at the same time */
    DeskRota(int perDesk) {
        this.perDesk = perDesk;
    }

    /** A desk: in the line, waiting for an instant, or neither while all the turns that it wants are under way. */
    static final class Place {
        private final HelpDesk desk;
        private final long serial;
        private boolean left;
        private boolean inLine;
        private long at;
        private int underway;
        private int wanted = 1;
        private boolean woken;
        private int failures;
        private long pausedUntil;

        Place(HelpDesk desk, long serial) {
            this.desk = desk;
            this.serial = serial;
        }

        HelpDesk desk() {
            return desk;
        }

        /** Whether it was removed since its turn began. */
        boolean left() {
            return left;
        }

        /** How many turns failed one after the other. */
        int failures() {
            return failures;
        }
    }

    /** {@return whether it was not there yet} */
    boolean add(HelpDesk desk, long at) {
        if (places.containsKey(desk)) {
            return false;
        }
        lastSerial++;
        Place place = new Place(desk, lastSerial);
        places.put(desk, place);
        waitUntil(place, at);
        return true;
    }

    /** {@return whether it was there} */
    boolean remove(HelpDesk desk) {
        Optional<Place> place = Optional.ofNullable(places.remove(desk));
        place.ifPresent(gone -> {
            gone.left = true;
            waiting.remove(gone);
            line.remove(gone);
        });
        return place.isPresent();
    }

    /** Something may be due; a turn under way may have looked before. */
    void wake(HelpDesk desk, long now) {
        Optional.ofNullable(places.get(desk)).ifPresent(place -> {
            if (place.underway > 0) {
                place.woken = true;
            } else if (waiting.contains(place)) {
                lineUp(place, now);
            }
        });
    }

    /** Begins the next turn. */
    Optional<Place> begin(long now) {
        while (!waiting.isEmpty() && waiting.first().at <= now) {
            lineUp(waiting.first(), now);
        }
        Optional<Place> next = Optional.ofNullable(line.poll());
        next.ifPresent(place -> {
            place.inLine = false;
            place.underway++;
            place.woken = false;
            if (place.underway < place.wanted) {
                lineUp(place, now);
            }
        });
        return next;
    }

    /** A turn ended and left something to do. */
    void more(Place place, long now) {
        place.underway--;
        place.failures = 0;
        place.wanted = Math.min(perDesk, place.wanted + 1);
        lineUp(place, now);
    }

    /** A turn ended with nothing to do until an instant. */
    void done(Place place, long until, long now) {
        place.underway--;
        place.failures = 0;
        rest(place, until, now);
    }

    /** A turn failed, and no other is to begin before an instant. */
    void failed(Place place, long until, long now) {
        place.underway--;
        place.failures++;
        place.pausedUntil = Math.max(place.pausedUntil, until);
        line.remove(place);
        place.inLine = false;
        rest(place, until, now);
    }

    /** When somebody who waits has waited long enough; empty if nobody waits. */
    OptionalLong alarm() {
        return waiting.isEmpty() ? OptionalLong.empty() : OptionalLong.of(waiting.first().at);
    }

    /** The last of several turns decides: it looked last. */
    private void rest(Place place, long until, long now) {
        place.wanted = 1;
        if (place.underway == 0 && !place.inLine) {
            if (place.woken) {
                lineUp(place, now);
            } else {
                waitUntil(place, until);
            }
        }
    }

    private void lineUp(Place place, long now) {
        waiting.remove(place);
        if (place.pausedUntil > now) {
            waitUntil(place, place.pausedUntil);
        } else if (!place.inLine && !place.left) {
            place.inLine = true;
            line.add(place);
        }
    }

    private void waitUntil(Place place, long at) {
        waiting.remove(place);
        place.at = at;
        if (!place.left) {
            waiting.add(place);
        }
    }
}
