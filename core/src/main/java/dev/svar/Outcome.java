package dev.svar;

import dev.svar.store.TicketState;
import dev.svar.ticket.TicketId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a cascade came to; no steps if everything was already as wished.
 *
 * @param before the tickets that were there before, as they stood
 * @param after these and the new ones, as they stand after
 * @param steps what happened, in order
 * @param notices who is to be told something
 */
record Outcome(
        Map<TicketId, TicketState> before, Map<TicketId, TicketState> after, List<Step> steps, List<Notice> notices) {
    Outcome {
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
        steps = List.copyOf(steps);
        notices = List.copyOf(notices);
    }

    TicketState after(TicketId ticket) {
        return Optional.ofNullable(after.get(ticket)).orElseThrow();
    }
}
