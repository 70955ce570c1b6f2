package dev.svar.ticket;

import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tickets to decide on. */
final class Tickets {
    static final Instant NOW = Instant.parse("2026-12-03T10:00:00.123456Z");
    static final TenantId TENANT = new TenantId("race-organizer");
    static final ContactId KARI = new ContactId(new UUID(0, 1));
    static final ContactId OLA = new ContactId(new UUID(0, 2));
    static final Actor CUSTOMER = Actor.customer(KARI);
    static final Actor AGENT = Actor.agent(new AgentId("lars"));
    static final MessageId MESSAGE = new MessageId(new UUID(0, 99));

    private Tickets() {}

    static TicketCommand.Open openCommand() {
        return new TicketCommand.Open(
                CUSTOMER,
                new TicketNumber("SUP", 1042),
                "Får ikke betalt",
                KARI,
                Set.of(OLA),
                Priority.HIGH,
                Channel.MAIL,
                Optional.of(Locale.forLanguageTag("nb")),
                false,
                MESSAGE);
    }

    static Ticket opened() {
        return folded(TENANT, TicketLifecycle.standard().open(new TicketId(new UUID(7, 7)), openCommand(), NOW));
    }

    static Ticket in(Status status) {
        return opened().toBuilder().status(status).build();
    }

    static Ticket folded(TenantId tenant, List<RecordedEvent> events) {
        return folded(TicketLifecycle.first(tenant, events.get(0)), events.subList(1, events.size()));
    }

    static Ticket folded(Ticket ticket, List<RecordedEvent> events) {
        Ticket after = ticket;
        for (RecordedEvent event : events) {
            after = TicketLifecycle.apply(after, event);
        }
        return after;
    }
}
