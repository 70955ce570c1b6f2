package dev.svar.sla;

import dev.svar.contact.TenantId;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketLifecycle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The promises of a ticket as they would have been under given policies, made of its events alone. Whether one was kept
 * follows from the times; what a desk recorded of it under its own policies is not looked at. Not thread-safe.
 */
public final class SlaReplay {
    private final TenantId tenant;
    private final SlaPolicies policies;
    private final List<SlaClock> earlier = new ArrayList<>();
    private Optional<Ticket> ticket = Optional.empty();
    private SlaClocks clocks = SlaClocks.none();

    /**
     * A ticket to which nothing has happened yet.
     *
     * @param tenant whose ticket it is
     * @param policies what is promised
     */
    public SlaReplay(TenantId tenant, SlaPolicies policies) {
        this.tenant = tenant;
        this.policies = policies;
    }

    /**
     * Goes on with the next event.
     *
     * @param event the event that follows those before
     * @throws IllegalArgumentException if it does not follow them
     */
    public void add(RecordedEvent event) {
        Ticket after = ticket.map(before -> TicketLifecycle.apply(before, event))
                .orElseGet(() -> TicketLifecycle.first(tenant, event));
        ticket = Optional.of(after);
        if (!recordsLevel(event.event())) {
            // A cycle that ends with the event that starts the next one was fulfilled by it.
            SlaClocks next = clocks.after(event, after, policies);
            clocks.all().stream()
                    .filter(clock -> next.clock(clock.target())
                            .filter(other -> other.cycle() > clock.cycle())
                            .isPresent())
                    .map(clock ->
                            clock.open() ? clock.stop(SlaClock.State.FULFILLED, event.at(), policies.of(clock)) : clock)
                    .forEach(earlier::add);
            clocks = next;
        }
    }

    private static boolean recordsLevel(TicketEvent event) {
        return event instanceof TicketEvent.SlaWarned
                || event instanceof TicketEvent.DelayAnnounced
                || event instanceof TicketEvent.SlaBreached
                || event instanceof TicketEvent.SlaEscalated;
    }

    /** {@return the clocks after the last event, with no level reached} */
    public SlaClocks clocks() {
        return clocks;
    }

    /** {@return every cycle of every target, those that are over first} */
    public List<SlaClock> cycles() {
        List<SlaClock> all = new ArrayList<>(earlier);
        all.addAll(clocks.all());
        return List.copyOf(all);
    }
}
