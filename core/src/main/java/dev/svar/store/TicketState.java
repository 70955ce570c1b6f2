package dev.svar.store;

import dev.svar.sla.SlaClock;
import dev.svar.sla.SlaClocks;
import dev.svar.ticket.Ticket;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A ticket with its clocks: what one version of it is.
 *
 * @param ticket the ticket
 * @param clocks its clocks
 */
public record TicketState(Ticket ticket, SlaClocks clocks) {
    /**
     * The deadline that it is sorted by.
     *
     * @return the earliest deadline of the clocks that run, also one that was missed and still waits; empty if none runs
     */
    public Optional<Instant> due() {
        return clocks.all().stream()
                .filter(clock -> clock.state() == SlaClock.State.RUNNING)
                .map(SlaClock::due)
                .min(Comparator.naturalOrder());
    }
}
