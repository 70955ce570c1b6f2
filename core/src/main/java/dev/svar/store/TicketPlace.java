package dev.svar.store;

import java.util.Comparator;
import java.util.Optional;

/**
 * A ticket's place among tickets that are sorted; no two have the same.
 *
 * @param key what it is sorted by: an instant as microseconds since 1970-01-01T00:00Z, the place of a priority, or 0 where
 *     only the number counts; empty for a ticket without a deadline
 * @param number the value of its number
 */
public record TicketPlace(Optional<Long> key, long number) {
    private static final Comparator<TicketPlace> KEYLESS_LAST =
            Comparator.comparing(place -> place.key().isEmpty());

    private static final Comparator<TicketPlace> BY_KEY =
            Comparator.comparing(place -> place.key().orElse(0L));

    private static final Comparator<TicketPlace> ASCENDING =
            KEYLESS_LAST.thenComparing(BY_KEY.thenComparing(TicketPlace::number));

    private static final Comparator<TicketPlace> DESCENDING =
            KEYLESS_LAST.thenComparing(BY_KEY.thenComparing(TicketPlace::number).reversed());

    static Comparator<TicketPlace> order(boolean descending) {
        return descending ? DESCENDING : ASCENDING;
    }
}
