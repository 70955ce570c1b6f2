package dev.svar;

import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.MailingId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps mailings to their pace on one node, whatever made many of their letters due at once: a pause, an outage, a node that was
 * down, a list of addresses that is sent to again. Each letter gets one place in the line of its mailing and is put off until then; one
 * that comes late for it, since its mailing was paused or its channel out of reach, gets another one at the end of the line. Letters
 * that come as they were planned find their place free.
 */
final class MailingLines {
    /** How much sooner than its place a letter may leave, so that one that is a moment late puts nobody off. */
    static final Duration SLACK = Duration.ofSeconds(10);

    /** The most letters whose place is remembered; one beyond them asks again when the place comes that it would have had. */
    static final int MAX_PLACES = 100_000;

    /** The most mailings of which it is known where the next place is; beyond them those that stand still are forgotten. */
    static final int MAX_MAILINGS = 1_000;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** How much later than its place a letter may come. */
    private static final Duration PATIENCE = MINUTE;

    private final Map<MailingId, Instant> ends = new HashMap<>();
    private final Map<DeliveryId, Place> places = new HashMap<>();

    /** Who came in time is through, however long the pace of a domain puts it off then. */
    private record Place(Instant at, boolean passed) {
        boolean holds(Instant now) {
            return passed || !at.plus(PATIENCE).isBefore(now);
        }
    }

    /** Until when a letter of a mailing must wait; empty if it may leave now. */
    synchronized Optional<Instant> waitsUntil(Delivery letter, MailingId mailing, int perMinute, Instant now) {
        Instant place = Optional.ofNullable(places.get(letter.id()))
                .filter(known -> known.holds(now))
                .map(Place::at)
                .orElseGet(() -> place(letter.id(), mailing, perMinute, now));
        if (place.isAfter(now)) {
            return Optional.of(place);
        }
        places.computeIfPresent(letter.id(), (id, known) -> new Place(place, true));
        return Optional.empty();
    }

    private Instant place(DeliveryId letter, MailingId mailing, int perMinute, Instant now) {
        Instant end = ends.getOrDefault(mailing, now);
        Instant next = end.isAfter(now) ? end : now;
        Instant place = next.minus(SLACK).truncatedTo(ChronoUnit.MICROS);
        if (!isFull(now)) {
            places.put(letter, new Place(place, false));
            makeRoom(now);
            ends.put(mailing, next.plus(MINUTE.dividedBy(perMinute)));
        }
        return place;
    }

    /** What did not come for its place was sent by another node, or not at all. */
    private boolean isFull(Instant now) {
        if (places.size() >= MAX_PLACES) {
            places.values().removeIf(place -> place.at().plus(DueWork.LEASE).isBefore(now));
        }
        return places.size() >= MAX_PLACES;
    }

    private void makeRoom(Instant now) {
        if (ends.size() >= MAX_MAILINGS) {
            ends.values().removeIf(end -> !end.isAfter(now));
        }
    }

    /** A letter is handed over: when it comes again it needs another place. */
    synchronized void left(DeliveryId letter) {
        places.remove(letter);
    }
}
