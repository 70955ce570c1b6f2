package dev.svar.jdbc;

import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.contact.OrganizationId;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Resolution;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketEvent.Assigned;
import dev.svar.ticket.TicketEvent.Categorized;
import dev.svar.ticket.TicketEvent.DelayAnnounced;
import dev.svar.ticket.TicketEvent.DeliveryFailed;
import dev.svar.ticket.TicketEvent.LinksRevoked;
import dev.svar.ticket.TicketEvent.MessageAdded;
import dev.svar.ticket.TicketEvent.Opened;
import dev.svar.ticket.TicketEvent.ParticipantsChanged;
import dev.svar.ticket.TicketEvent.PriorityChanged;
import dev.svar.ticket.TicketEvent.ReactionsFailed;
import dev.svar.ticket.TicketEvent.SlaBreached;
import dev.svar.ticket.TicketEvent.SlaEscalated;
import dev.svar.ticket.TicketEvent.SlaReviewed;
import dev.svar.ticket.TicketEvent.SlaWarned;
import dev.svar.ticket.TicketEvent.StatusChanged;
import dev.svar.ticket.TicketEvent.SubjectEdited;
import dev.svar.ticket.TicketEvent.TagsChanged;
import dev.svar.ticket.TicketEvent.TimeRecorded;
import dev.svar.ticket.TicketEvent.WatchersChanged;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events as JSON, each with a name of its own that stays when a class is renamed. */
final class EventJson {
    private static final List<EventKind<?>> KINDS = List.of(
            new EventKind<>("opened", Opened.class, EventJson::writeOpened, EventJson::readOpened),
            new EventKind<>(
                    "message-added",
                    MessageAdded.class,
                    (e, to) -> to.put("message", e.message().value()).put("role", e.role()),
                    from -> new MessageAdded(
                            new MessageId(from.id("message")), from.constant(MessageRole.class, "role"))),
            new EventKind<>(
                    "status-changed",
                    StatusChanged.class,
                    (e, to) -> to.put("from", ValueJson.status(e.from()))
                            .put("to", ValueJson.status(e.to()))
                            .put("resolution", e.resolution().map(Enum::name)),
                    from -> new StatusChanged(
                            ValueJson.status(from.object("from")),
                            ValueJson.status(from.object("to")),
                            from.optionalConstant(Resolution.class, "resolution"))),
            new EventKind<>(
                    "assigned",
                    Assigned.class,
                    (e, to) -> to.put("from", e.from().map(AgentId::value))
                            .put("to", e.to().map(AgentId::value))
                            .putTexts("reasons", e.reasons()),
                    from -> new Assigned(
                            from.optionalText("from").map(AgentId::new),
                            from.optionalText("to").map(AgentId::new),
                            from.texts("reasons"))),
            new EventKind<>(
                    "priority-changed",
                    PriorityChanged.class,
                    (e, to) -> to.put("from", e.from()).put("to", e.to()).putTexts("reasons", e.reasons()),
                    from -> new PriorityChanged(
                            from.constant(Priority.class, "from"),
                            from.constant(Priority.class, "to"),
                            from.has("reasons") ? from.texts("reasons") : List.of())),
            new EventKind<>(
                    "categorized",
                    Categorized.class,
                    (e, to) -> to.put("from", e.from()).put("to", e.to()).putTexts("reasons", e.reasons()),
                    from -> new Categorized(from.optionalText("from"), from.text("to"), from.texts("reasons"))),
            new EventKind<>(
                    "subject-edited",
                    SubjectEdited.class,
                    (e, to) -> to.put("from", e.from()).put("to", e.to()),
                    from -> new SubjectEdited(from.text("from"), from.text("to"))),
            new EventKind<>(
                    "tags-changed",
                    TagsChanged.class,
                    (e, to) -> to.putTexts("added", ValueJson.tagTexts(e.added()))
                            .putTexts("removed", ValueJson.tagTexts(e.removed())),
                    from -> new TagsChanged(
                            ValueJson.tags(from.texts("added")), ValueJson.tags(from.texts("removed")))),
            new EventKind<>(
                    "participants-changed",
                    ParticipantsChanged.class,
                    (e, to) -> to.putTexts("added", ValueJson.texts(e.added()))
                            .putTexts("removed", ValueJson.texts(e.removed())),
                    from -> new ParticipantsChanged(
                            ValueJson.contacts(from.texts("added")), ValueJson.contacts(from.texts("removed")))),
            new EventKind<>(
                    "watchers-changed",
                    WatchersChanged.class,
                    (e, to) -> to.putTexts("added", ValueJson.agentTexts(e.added()))
                            .putTexts("removed", ValueJson.agentTexts(e.removed())),
                    from -> new WatchersChanged(
                            ValueJson.agents(from.texts("added")), ValueJson.agents(from.texts("removed")))),
            new EventKind<>(
                    "time-recorded",
                    TimeRecorded.class,
                    (e, to) -> to.put("spent", e.spent()),
                    from -> new TimeRecorded(from.duration("spent"))),
            new EventKind<>(
                    "sla-warned",
                    SlaWarned.class,
                    (e, to) -> to.put("target", e.target())
                            .put("cycle", e.cycle())
                            .put("step", e.step())
                            .put("due", e.due()),
                    from -> new SlaWarned(
                            from.constant(SlaTarget.class, "target"),
                            from.smallNumber("cycle"),
                            from.smallNumber("step"),
                            from.at("due"))),
            new EventKind<>(
                    "delay-announced",
                    DelayAnnounced.class,
                    (e, to) -> to.put("target", e.target())
                            .put("cycle", e.cycle())
                            .put("due", e.due())
                            .put("newDue", e.newDue()),
                    from -> new DelayAnnounced(
                            from.constant(SlaTarget.class, "target"),
                            from.smallNumber("cycle"),
                            from.at("due"),
                            from.at("newDue"))),
            new EventKind<>(
                    "sla-breached",
                    SlaBreached.class,
                    (e, to) -> to.put("target", e.target())
                            .put("cycle", e.cycle())
                            .put("due", e.due())
                            .put("allowed", e.allowed()),
                    from -> new SlaBreached(
                            from.constant(SlaTarget.class, "target"),
                            from.smallNumber("cycle"),
                            from.at("due"),
                            from.duration("allowed"))),
            new EventKind<>(
                    "sla-escalated",
                    SlaEscalated.class,
                    (e, to) -> to.put("target", e.target())
                            .put("cycle", e.cycle())
                            .put("step", e.step())
                            .put("due", e.due()),
                    from -> new SlaEscalated(
                            from.constant(SlaTarget.class, "target"),
                            from.smallNumber("cycle"),
                            from.smallNumber("step"),
                            from.at("due"))),
            new EventKind<>("sla-reviewed", SlaReviewed.class, (e, to) -> {}, from -> new SlaReviewed()),
            new EventKind<>(
                    "reactions-failed",
                    ReactionsFailed.class,
                    (e, to) -> to.put("endless", e.endless()),
                    from -> new ReactionsFailed(from.flag("endless"))),
            new EventKind<>(
                    "delivery-failed",
                    DeliveryFailed.class,
                    (e, to) -> to.put("recipient", ValueJson.address(e.recipient()))
                            .put("status", e.status())
                            .put("reason", e.reason()),
                    from -> new DeliveryFailed(
                            ValueJson.address(from.object("recipient")), from.text("status"), from.text("reason"))),
            new EventKind<>(
                    "links-revoked",
                    LinksRevoked.class,
                    (e, to) -> to.put("generation", e.generation()),
                    from -> new LinksRevoked(from.smallNumber("generation"))));

    private static final Map<String, EventKind<?>> BY_NAME = Stream.of(KINDS, PairEventJson.KINDS, WorkEventJson.KINDS)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(EventKind::name, Function.identity()));

    private static final Map<Class<?>, EventKind<?>> BY_TYPE =
            BY_NAME.values().stream().collect(Collectors.toUnmodifiableMap(EventKind::type, Function.identity()));

    private EventJson() {}

    /** The name under which events of this kind are stored. */
    static String typeOf(TicketEvent event) {
        return kind(event).name();
    }

    static JsonObject write(TicketEvent event) {
        return kind(event).write(event);
    }

    static TicketEvent read(JsonObject json) {
        EventKind<?> kind = BY_NAME.get(json.text("type"));
        if (kind == null) {
            throw Constants.unknown("event");
        }
        return kind.reader().apply(json);
    }

    /** An event with its author and channel, as one column holds them. */
    static JsonObject write(RecordedEvent recorded) {
        return write(recorded.event())
                .put("by", ValueJson.actor(recorded.by()))
                .put("via", recorded.via().name());
    }

    static RecordedEvent read(TicketId ticket, long sequence, Instant at, JsonObject json) {
        return new RecordedEvent(
                ticket, sequence, at, ValueJson.actor(json.object("by")), new Channel(json.text("via")), read(json));
    }

    private static EventKind<?> kind(TicketEvent event) {
        EventKind<?> kind = BY_TYPE.get(event.getClass());
        if (kind == null) {
            throw new IllegalStateException(event.getClass() + " has no form to be stored in");
        }
        return kind;
    }

    private static void writeOpened(Opened e, JsonObject to) {
        to.put("prefix", e.number().prefix())
                .put("number", e.number().value())
                .put("subject", e.subject())
                .put("requester", e.requester().value())
                .putTexts("participants", ValueJson.texts(e.participants()))
                .put("priority", e.priority())
                .put("channel", e.channel().name())
                .put("language", e.language().map(ValueJson::tag))
                .put("answerable", e.answerable())
                .put("organization", e.organization().map(OrganizationId::toString))
                .putObjects("context", PartJson.facts(e.context()))
                .putObjects("fields", PartJson.fields(e.fields()))
                .put("status", ValueJson.status(e.status()));
        e.origin().ifPresent(origin -> to.put("origin", PartJson.link(origin)));
    }

    private static Opened readOpened(JsonObject from) {
        return new Opened(
                ValueJson.number(from),
                from.text("subject"),
                new ContactId(from.id("requester")),
                ValueJson.contacts(from.texts("participants")),
                from.constant(Priority.class, "priority"),
                new Channel(from.text("channel")),
                from.optionalLocale("language"),
                from.flag("answerable"),
                PartJson.organization(from),
                PartJson.facts(from.objects("context")),
                PartJson.fields(from.objects("fields")),
                ValueJson.status(from.object("status")),
                from.optionalObject("origin").map(PartJson::link));
    }
}
