package dev.svar.testkit;

import static dev.svar.testkit.Samples.NOW;

import dev.svar.contact.Actor;
import dev.svar.contact.Address;
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
import dev.svar.ticket.Absorbed;
import dev.svar.ticket.Audience;
import dev.svar.ticket.ContextFact;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.LinkKind;
import dev.svar.ticket.MergeRecord;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Rating;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Resolution;
import dev.svar.ticket.Satisfaction;
import dev.svar.ticket.Silence;
import dev.svar.ticket.SilenceStep;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLink;
import dev.svar.ticket.TicketNumber;
import dev.svar.ticket.Waiting;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A ticket in which nothing is missing: for stores that could forget a part. Nothing of it follows from its events. */
final class FullTicket {
    private static final Optional<Locale> LANGUAGE = Optional.of(Locale.forLanguageTag("sr-Latn-RS"));
    private static final Map<FieldKey, FieldValue> FIELDS = Map.of(
            new FieldKey("plan"), FieldValue.choice("gull «ærlig» 🙂"),
            new FieldKey("note"), FieldValue.of("to\nlinjer\tog \uD83D"),
            new FieldKey("price"), FieldValue.of(new BigDecimal("-12345678901234567890.050")),
            new FieldKey("vip"), FieldValue.of(true),
            new FieldKey("since"), FieldValue.of(LocalDate.of(9999, 12, 31)));
    private static final List<ContextFact> CONTEXT = List.of(
            new ContextFact("order.number", FieldValue.of(1042), Audience.PUBLIC),
            new ContextFact("release", FieldValue.of("2.7 «vår»"), Audience.INTERNAL),
            new ContextFact("paid", FieldValue.of(false), Audience.INTERNAL));

    private final TenantId tenant;
    private final TicketNumber number;
    private final TicketId id = ticket();
    private final ContactId requester = contact();
    private final Set<ContactId> participants = Set.of(contact(), contact());
    private final Optional<OrganizationId> organization = Optional.of(new OrganizationId(UUID.randomUUID()));
    private final Status status = new Status("venter på «Ola»", StatusCategory.PENDING_INTERNAL);
    private final TicketLink origin = new TicketLink(LinkKind.FOLLOWS, ticket());

    FullTicket(TenantId tenant, long number) {
        this.tenant = tenant;
        this.number = new TicketNumber("SUP", number);
    }

    TicketChange change() {
        List<RecordedEvent> events = new ArrayList<>();
        for (TicketEvent event : events()) {
            int sequence = events.size() + 1;
            events.add(new RecordedEvent(
                    id,
                    sequence,
                    NOW.plusSeconds(sequence),
                    switch (sequence % 3) {
                        case 0 -> Actor.agent(new AgentId("ola «1»"));
                        case 1 -> Actor.customer(requester);
                        default -> Actor.rule("stillhet");
                    },
                    sequence % 2 == 0 ? Channel.MAIL : new Channel("chat"),
                    event));
        }
        return new TicketChange(new TicketState(ticket(events.size()), clocks()), events);
    }

    private Ticket ticket(int version) {
        return Ticket.builder(id, tenant, number, requester, new Channel("chat"), NOW)
                .subject("Får ikke betalt «påmelding» 💳")
                .participants(participants)
                .watchers(Set.of(new AgentId("ola «1»"), new AgentId("åse")))
                .status(status)
                .priority(Priority.URGENT)
                .language(LANGUAGE)
                .category(Optional.of("betaling"))
                .assignee(Optional.of(new AgentId("ola «1»")))
                .tags(Set.of(new Tag("vipps"), new Tag("ære")))
                .timeSpent(Duration.ofSeconds(1501, 500_000_000))
                .team(Optional.of(new TeamId("lag «2»")))
                .organization(organization)
                .fields(FIELDS)
                .context(CONTEXT)
                .links(Set.of(origin, new TicketLink(LinkKind.RELATES_TO, ticket())))
                .resolution(Optional.of(Resolution.WORKAROUND))
                .settledAt(Optional.of(NOW.plusSeconds(61)))
                .snoozedUntil(Optional.of(NOW.plusSeconds(62)))
                .spam(true)
                .silence(new Silence(4, NOW.plusSeconds(63), 2))
                .satisfaction(new Satisfaction(
                        Optional.of(new Satisfaction.Answer(
                                Rating.BAD,
                                "Nei, «ikke» bra\n🙁",
                                Optional.of(Resolution.WORKAROUND),
                                NOW.plusSeconds(64))),
                        true))
                .merge(Optional.of(new MergeRecord(ticket(), Status.ON_HOLD)))
                .absorbed(List.of(
                        new Absorbed(ticket(), Set.of(ticket(), ticket()), Set.of(contact())),
                        new Absorbed(ticket(), Set.of(ticket()), Set.of())))
                .answerable(false)
                .linkGeneration(3)
                .version(version, NOW.plusSeconds(version))
                .build();
    }

    private static SlaClocks clocks() {
        return SlaClocks.of(List.of(
                new SlaClock(
                        SlaTarget.FIRST_RESPONSE,
                        1,
                        "standard",
                        Duration.ofHours(4),
                        NOW,
                        SlaClock.State.FULFILLED,
                        Duration.ofMinutes(3),
                        NOW.plusSeconds(180),
                        Duration.ofHours(4),
                        NOW.plusSeconds(14_400),
                        Set.of(),
                        Optional.of(new SlaClock.Carried(ticket(), NOW.minusSeconds(60), Duration.ofSeconds(60)))),
                new SlaClock(
                        SlaTarget.RESOLUTION,
                        2,
                        "gold",
                        Duration.ofHours(72),
                        NOW.plusSeconds(1),
                        SlaClock.State.PAUSED,
                        Duration.ofMinutes(7),
                        NOW.plusSeconds(9),
                        Duration.ofHours(73),
                        NOW.plusSeconds(99_999),
                        Set.of(SlaLevel.warning(2), SlaLevel.BREACH, SlaLevel.escalation(1)),
                        Optional.empty())));
    }

    private List<TicketEvent> events() {
        TicketId other = ticket();
        TicketNumber its = new TicketNumber("ANNEN", 99);
        MessageId message = message();
        return List.of(
                new TicketEvent.Opened(
                        number,
                        "Får ikke betalt «påmelding» 💳",
                        requester,
                        participants,
                        Priority.HIGH,
                        new Channel("chat"),
                        LANGUAGE,
                        false,
                        organization,
                        CONTEXT,
                        FIELDS,
                        status,
                        Optional.of(origin)),
                new TicketEvent.MessageAdded(message, MessageRole.CUSTOMER),
                new TicketEvent.StatusChanged(Status.NEW, Status.SOLVED, Optional.of(Resolution.WONT_FIX)),
                new TicketEvent.Assigned(
                        Optional.empty(), Optional.of(new AgentId("ola «1»")), List.of("i tur", "snakker «nynorsk»")),
                new TicketEvent.PriorityChanged(Priority.HIGH, Priority.URGENT, List.of("ordet «haster»")),
                new TicketEvent.Categorized(Optional.empty(), "betaling", List.of("ordet «betalt»")),
                new TicketEvent.SubjectEdited("før", "etter"),
                new TicketEvent.TagsChanged(Set.of(new Tag("ære")), Set.of(new Tag("vip"))),
                new TicketEvent.ParticipantsChanged(Set.of(contact()), Set.of(contact())),
                new TicketEvent.WatchersChanged(Set.of(new AgentId("åse")), Set.of(new AgentId("ola"))),
                new TicketEvent.TimeRecorded(Duration.ofNanos(1_500_000_001)),
                new TicketEvent.SlaWarned(SlaTarget.RESOLUTION, 2, 1, NOW.plusSeconds(1)),
                new TicketEvent.DelayAnnounced(SlaTarget.RESOLUTION, 2, NOW.plusSeconds(2), NOW.plusSeconds(3)),
                new TicketEvent.SlaBreached(SlaTarget.RESOLUTION, 2, NOW.plusSeconds(4), Duration.ofHours(72)),
                new TicketEvent.SlaEscalated(SlaTarget.RESOLUTION, 2, 3, NOW.plusSeconds(4)),
                new TicketEvent.SlaReviewed(),
                new TicketEvent.ReactionsFailed(true),
                new TicketEvent.DeliveryFailed(Address.mail("kari@kunde.example"), "5.1.1", "ukjent «kari»"),
                new TicketEvent.LinksRevoked(3),
                new TicketEvent.TeamAssigned(Optional.of(new TeamId("lag «1»")), Optional.empty()),
                new TicketEvent.FieldChanged(
                        new FieldKey("price"), Optional.of(FieldValue.of(new BigDecimal("0.10"))), Optional.empty()),
                new TicketEvent.Snoozed(NOW.plusSeconds(5)),
                new TicketEvent.Woken(),
                new TicketEvent.SpamMarked(),
                new TicketEvent.SpamCleared(),
                new TicketEvent.MessageRedacted(message, 2, 1),
                new TicketEvent.SilenceStepTaken(4, SilenceStep.WARN),
                new TicketEvent.SatisfactionRated(
                        Rating.BAD, "Nei, «ikke» bra\n🙁", Optional.of(Resolution.WORKAROUND)),
                new TicketEvent.SatisfactionReminded(),
                new TicketEvent.MessageRefused(),
                new TicketEvent.MergedInto(other, its),
                new TicketEvent.TookOver(
                        other,
                        its,
                        Set.of(other, ticket()),
                        Set.of(contact()),
                        true,
                        Optional.of(new Waiting(NOW, Duration.ofHours(1)))),
                new TicketEvent.Unmerged(other, its),
                new TicketEvent.GaveBack(other, its, Set.of(other), Set.of(contact())),
                new TicketEvent.Linked(LinkKind.CAUSED_BY, other, its),
                new TicketEvent.Unlinked(LinkKind.PARENT_OF, other, its),
                new TicketEvent.SplitOff(other, its, List.of(message(), message)),
                new TicketEvent.MessageCopied(message(), MessageRole.REPLY, other, message));
    }

    private static TicketId ticket() {
        return new TicketId(UUID.randomUUID());
    }

    private static ContactId contact() {
        return new ContactId(UUID.randomUUID());
    }

    private static MessageId message() {
        return new MessageId(UUID.randomUUID());
    }
}
