package dev.svar.testkit;

import static dev.svar.testkit.Samples.NOW;

import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TeamId;
import dev.svar.contact.TenantId;
import dev.svar.sla.SlaClock;
import dev.svar.sla.SlaClocks;
import dev.svar.sla.SlaLevel;
import dev.svar.store.TicketChange;
import dev.svar.store.TicketState;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Status;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A ticket whose parts are set by hand, for tests of what is found by them. */
final class SketchedTicket {
    private final TenantId tenant;
    private final TicketNumber number;
    private final TicketId id = new TicketId(UUID.randomUUID());
    ContactId requester = new ContactId(UUID.randomUUID());
    String subject = "Får ikke betalt";
    Status status = Status.NEW;
    Priority priority = Priority.NORMAL;
    Optional<OrganizationId> organization = Optional.empty();
    Optional<AgentId> assignee = Optional.empty();
    Optional<TeamId> team = Optional.empty();
    Optional<String> category = Optional.empty();
    Set<Tag> tags = Set.of();
    Map<FieldKey, FieldValue> fields = Map.of();
    boolean spam;
    Optional<Instant> snoozedUntil = Optional.empty();
    Instant openedAt = NOW;
    Instant updatedAt = NOW;
    List<SlaClock> clocks = List.of();
    private Optional<TicketState> before = Optional.empty();

    SketchedTicket(TenantId tenant, long number) {
        this.tenant = tenant;
        this.number = new TicketNumber("SUP", number);
    }

    SketchedTicket due(Instant at) {
        clocks = List.of(clock(SlaTarget.RESOLUTION, SlaClock.State.RUNNING, at, Set.of()));
        return this;
    }

    static SlaClock clock(SlaTarget target, SlaClock.State state, Instant due, Set<SlaLevel> reached) {
        Duration allowed = Duration.ofHours(8);
        return new SlaClock(
                target,
                1,
                "standard",
                allowed,
                NOW,
                state,
                Duration.ZERO,
                NOW,
                allowed,
                due,
                reached,
                Optional.empty());
    }

    /** The ticket as it was when it was last changed. */
    TicketState state() {
        return before.orElseThrow();
    }

    /** What was set since the last change, or the opening, with the events that lead to it. */
    TicketChange change() {
        List<TicketEvent> events =
                before.map(TicketState::ticket).map(this::since).orElseGet(() -> List.of(opened()));
        long version = before.map(s -> s.ticket().version()).orElse(0L);
        List<RecordedEvent> recorded = new ArrayList<>();
        for (TicketEvent event : events) {
            version++;
            recorded.add(new RecordedEvent(id, version, updatedAt, StoreSuite.AGENT, Channel.HOST, event));
        }
        TicketState after = new TicketState(ticket(version), SlaClocks.of(clocks));
        before = Optional.of(after);
        return new TicketChange(after, recorded);
    }

    private Ticket ticket(long version) {
        return Ticket.builder(id, tenant, number, requester, Channel.MAIL, openedAt)
                .subject(subject)
                .status(status)
                .priority(priority)
                .organization(organization)
                .assignee(assignee)
                .team(team)
                .category(category)
                .tags(tags)
                .fields(fields)
                .spam(spam)
                .snoozedUntil(snoozedUntil)
                .version(version, updatedAt)
                .build();
    }

    private TicketEvent opened() {
        return new TicketEvent.Opened(
                number,
                subject,
                requester,
                Set.of(),
                priority,
                Channel.MAIL,
                Optional.empty(),
                true,
                organization,
                List.of(),
                fields,
                status,
                Optional.empty());
    }

    private List<TicketEvent> since(Ticket last) {
        List<TicketEvent> events = new ArrayList<>();
        events.add(new TicketEvent.StatusChanged(last.status(), status));
        if (!last.subject().equals(subject)) {
            events.add(new TicketEvent.SubjectEdited(last.subject(), subject));
        }
        if (!last.tags().equals(tags)) {
            events.add(new TicketEvent.TagsChanged(without(tags, last.tags()), without(last.tags(), tags)));
        }
        Set<FieldKey> keys = new HashSet<>(last.fields().keySet());
        keys.addAll(fields.keySet());
        for (FieldKey key : keys) {
            Optional<FieldValue> from = Optional.ofNullable(last.fields().get(key));
            Optional<FieldValue> to = Optional.ofNullable(fields.get(key));
            if (!from.equals(to)) {
                events.add(new TicketEvent.FieldChanged(key, from, to));
            }
        }
        return events;
    }

    private static Set<Tag> without(Set<Tag> some, Set<Tag> others) {
        Set<Tag> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
