package dev.svar;

import dev.svar.store.Including;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketSort;
import java.time.Instant;
import java.util.Optional;

/**
 * A walk through tickets in the order in which they were updated, page by page.
 *
 * @param page the page that comes next
 * @param began when it began
 * @param whole whether it begins where the index says that everything before has settled; others begin where the last one ended
 */
record TicketWalk(TicketQuery page, Instant began, boolean whole) {
    /** How many tickets are looked at in one step. */
    static final int PAGE = 200;

    static TicketWalk from(Instant since, Instant now, boolean whole) {
        TicketQuery all = TicketQuery.builder()
                .spam(Including.WITH)
                .updatedSince(since)
                .ascending(TicketSort.UPDATED)
                .limit(PAGE)
                .build();
        return new TicketWalk(all, now, whole);
    }

    Optional<TicketWalk> from(Optional<String> next) {
        return next.map(cursor -> new TicketWalk(page.from(cursor), began, whole));
    }
}
