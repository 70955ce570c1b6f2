package dev.svar.jdbc;

import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Priority;
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
import dev.svar.ticket.TicketEvent.SlaBreached;
import dev.svar.ticket.TicketEvent.SlaWarned;
import dev.svar.ticket.TicketEvent.StatusChanged;
import dev.svar.ticket.TicketEvent.SubjectEdited;
import dev.svar.ticket.TicketEvent.TagsChanged;
import dev.svar.ticket.TicketEvent.TimeRecorded;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events as JSON, each with a name of its own that stays when a class is renamed. */
final class EventJson {
    private static final Map<String, Kind<?>> BY_NAME = Stream.<Kind<?>>of(
                    new Kind<>("opened", Opened.class, EventJson::writeOpened, EventJson::readOpened),
                    new Kind<>(
                            "message-added",
                            MessageAdded.class,
                            (e, to) -> to.put("message", e.message().value()).put("role", e.role()),
                            from -> new MessageAdded(
                                    new MessageId(from.id("message")), from.constant(MessageRole.class, "role"))),
                    new Kind<>(
                            "status-changed",
                            StatusChanged.class,
                            (e, to) ->
                                    to.put("from", ValueJson.status(e.from())).put("to", ValueJson.status(e.to())),
                            from -> new StatusChanged(
                                    ValueJson.status(from.object("from")), ValueJson.status(from.object("to")))),
                    new Kind<>(
                            "assigned",
                            Assigned.class,
                            (e, to) ->
                                    to.put("from", e.from().map(AgentId::value)).put("to", e.to().map(AgentId::value)),
                            from -> new Assigned(
                                    from.optionalText("from").map(AgentId::new),
                                    from.optionalText("to").map(AgentId::new))),
                    new Kind<>(
                            "priority-changed",
                            PriorityChanged.class,
                            (e, to) -> to.put("from", e.from()).put("to", e.to()),
                            from -> new PriorityChanged(
                                    from.constant(Priority.class, "from"), from.constant(Priority.class, "to"))),
                    new Kind<>(
                            "categorized",
                            Categorized.class,
                            (e, to) ->
                                    to.put("from", e.from()).put("to", e.to()).putTexts("reasons", e.reasons()),
                            from -> new Categorized(from.optionalText("from"), from.text("to"), from.texts("reasons"))),
                    new Kind<>(
                            "subject-edited",
                            SubjectEdited.class,
                            (e, to) -> to.put("from", e.from()).put("to", e.to()),
                            from -> new SubjectEdited(from.text("from"), from.text("to"))),
                    new Kind<>(
                            "tags-changed",
                            TagsChanged.class,
                            (e, to) -> to.putTexts("added", ValueJson.tagTexts(e.added()))
                                    .putTexts("removed", ValueJson.tagTexts(e.removed())),
                            from -> new TagsChanged(
                                    ValueJson.tags(from.texts("added")), ValueJson.tags(from.texts("removed")))),
                    new Kind<>(
                            "participants-changed",
                            ParticipantsChanged.class,
                            (e, to) -> to.putTexts("added", ValueJson.texts(e.added()))
                                    .putTexts("removed", ValueJson.texts(e.removed())),
                            from -> new ParticipantsChanged(
                                    ValueJson.contacts(from.texts("added")),
                                    ValueJson.contacts(from.texts("removed")))),
                    new Kind<>(
                            "time-recorded",
                            TimeRecorded.class,
                            (e, to) -> to.put("spent", e.spent()),
                            from -> new TimeRecorded(from.duration("spent"))),
                    new Kind<>(
                            "sla-warned",
                            SlaWarned.class,
                            (e, to) -> to.put("target", e.target())
                                    .put("cycle", e.cycle())
                                    .put("due", e.due()),
                            from -> new SlaWarned(
                                    from.constant(SlaTarget.class, "target"),
                                    from.smallNumber("cycle"),
                                    from.at("due"))),
                    new Kind<>(
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
                    new Kind<>(
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
                    new Kind<>(
                            "delivery-failed",
                            DeliveryFailed.class,
                            (e, to) -> to.put("recipient", ValueJson.address(e.recipient()))
                                    .put("status", e.status())
                                    .put("reason", e.reason()),
                            from -> new DeliveryFailed(
                                    ValueJson.address(from.object("recipient")),
                                    from.text("status"),
                                    from.text("reason"))),
                    new Kind<>(
                            "links-revoked",
                            LinksRevoked.class,
                            (e, to) -> to.put("generation", e.generation()),
                            from -> new LinksRevoked(from.smallNumber("generation"))))
            .collect(Collectors.toUnmodifiableMap(Kind::name, Function.identity()));

    private static final Map<Class<?>, Kind<?>> BY_TYPE =
            BY_NAME.values().stream().collect(Collectors.toUnmodifiableMap(Kind::type, Function.identity()));

    private EventJson() {}

    private record Kind<E extends TicketEvent>(
            String name, Class<E> type, BiConsumer<E, JsonObject> writer, Function<JsonObject, E> reader) {
        JsonObject write(TicketEvent event) {
            JsonObject json = JsonObject.empty().put("type", name);
            writer.accept(type.cast(event), json);
            return json;
        }
    }

    /** The name under which events of this kind are stored. */
    static String typeOf(TicketEvent event) {
        return kind(event).name();
    }

    static JsonObject write(TicketEvent event) {
        return kind(event).write(event);
    }

    static TicketEvent read(JsonObject json) {
        Kind<?> kind = BY_NAME.get(json.text("type"));
        if (kind == null) {
            throw Constants.unknown("event");
        }
        return kind.reader().apply(json);
    }

    /** An event with its author, as one column holds them. */
    static JsonObject write(Actor by, TicketEvent event) {
        return write(event).put("by", ValueJson.actor(by));
    }

    static Actor author(JsonObject json) {
        return ValueJson.actor(json.object("by"));
    }

    private static Kind<?> kind(TicketEvent event) {
        Kind<?> kind = BY_TYPE.get(event.getClass());
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
                .put("answerable", e.answerable());
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
                from.flag("answerable"));
    }
}
