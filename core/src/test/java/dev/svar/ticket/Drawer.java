package dev.svar.ticket;

import dev.svar.contact.Actor;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tickets that live by a host's rules: what is decided about them happens to them. */
final class Drawer {
    private final TicketLifecycle lifecycle;
    private final Map<TicketId, Ticket> tickets = new LinkedHashMap<>();
    private Instant now = Tickets.NOW;

    Drawer(TicketRules rules) {
        this.lifecycle = TicketLifecycle.of(rules);
    }

    Instant now() {
        return now;
    }

    Drawer later(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** The next ticket, {@code SUP-1} first. */
    TicketId opened(ContactId requester, ContactId... participants) {
        return opened(new TicketCommand.Open(
                Actor.customer(requester),
                new TicketNumber("SUP", tickets.size() + 1L),
                "Betaling",
                requester,
                Set.of(participants),
                Priority.NORMAL,
                Channel.MAIL,
                Optional.empty(),
                true,
                Tickets.MESSAGE));
    }

    TicketId opened(TicketCommand.Open command) {
        TicketId id = new TicketId(new UUID(7, tickets.size() + 1L));
        happen(lifecycle.open(id, command, now));
        return id;
    }

    Ticket ticket(TicketId id) {
        return Optional.ofNullable(tickets.get(id)).orElseThrow();
    }

    List<TicketEvent> does(TicketId id, TicketCommand command) {
        return happen(lifecycle.decide(ticket(id), command, now));
    }

    List<TicketEvent> does(TicketId id, TicketId other, TicketPairCommand command) {
        return happen(lifecycle.decide(ticket(id), ticket(other), command, now));
    }

    /** Splits as the next ticket. */
    List<TicketEvent> does(TicketId source, TicketSplit split) {
        return happen(lifecycle.split(ticket(source), new TicketId(new UUID(7, tickets.size() + 1L)), split, now));
    }

    List<TicketEvent> becomes(TicketId id, Status status) {
        return does(id, new TicketCommand.ChangeStatus(Tickets.AGENT, status));
    }

    List<TicketEvent> customerWrites(TicketId id) {
        return does(id, new TicketCommand.AddCustomerMessage(Tickets.CUSTOMER, Tickets.MESSAGE));
    }

    private List<TicketEvent> happen(List<RecordedEvent> events) {
        for (RecordedEvent event : events) {
            Ticket before = tickets.get(event.ticket());
            tickets.put(
                    event.ticket(),
                    before == null
                            ? TicketLifecycle.first(Tickets.TENANT, event)
                            : TicketLifecycle.apply(before, event));
        }
        return events.stream().map(RecordedEvent::event).toList();
    }
}
