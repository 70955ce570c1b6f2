package dev.svar.jdbc;

import dev.svar.contact.TeamId;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.Rating;
import dev.svar.ticket.Resolution;
import dev.svar.ticket.SilenceStep;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketEvent.FieldChanged;
import dev.svar.ticket.TicketEvent.MessageRedacted;
import dev.svar.ticket.TicketEvent.MessageRefused;
import dev.svar.ticket.TicketEvent.SatisfactionRated;
import dev.svar.ticket.TicketEvent.SatisfactionReminded;
import dev.svar.ticket.TicketEvent.SilenceStepTaken;
import dev.svar.ticket.TicketEvent.Snoozed;
import dev.svar.ticket.TicketEvent.SpamCleared;
import dev.svar.ticket.TicketEvent.SpamMarked;
import dev.svar.ticket.TicketEvent.TeamAssigned;
import dev.svar.ticket.TicketEvent.Woken;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Events of the work on a ticket: teams, fields, what is put aside, spam, redaction, silence, satisfaction; as JSON. */
final class WorkEventJson {
    static final List<EventKind<?>> KINDS = List.of(
            new EventKind<>(
                    "team-assigned",
                    TeamAssigned.class,
                    (e, to) -> to.put("from", e.from().map(TeamId::value)).put("to", e.to().map(TeamId::value)),
                    from -> new TeamAssigned(
                            from.optionalText("from").map(TeamId::new),
                            from.optionalText("to").map(TeamId::new))),
            new EventKind<>(
                    "field-changed",
                    FieldChanged.class,
                    (e, to) -> {
                        to.put("key", e.key().value());
                        put(to, "from", e.from());
                        put(to, "to", e.to());
                    },
                    from -> new FieldChanged(
                            new FieldKey(from.text("key")),
                            from.optionalObject("from").map(PartJson::value),
                            from.optionalObject("to").map(PartJson::value))),
            new EventKind<>(
                    "snoozed",
                    Snoozed.class,
                    (e, to) -> to.put("until", e.until()),
                    from -> new Snoozed(from.at("until"))),
            bare("woken", Woken.class, Woken::new),
            bare("spam-marked", SpamMarked.class, SpamMarked::new),
            bare("spam-cleared", SpamCleared.class, SpamCleared::new),
            new EventKind<>(
                    "message-redacted",
                    MessageRedacted.class,
                    (e, to) -> to.put("message", e.message().value())
                            .put("passages", e.passages())
                            .put("files", e.files()),
                    from -> new MessageRedacted(
                            new MessageId(from.id("message")),
                            from.smallNumber("passages"),
                            from.smallNumber("files"))),
            new EventKind<>(
                    "silence-step-taken",
                    SilenceStepTaken.class,
                    (e, to) -> to.put("round", e.round()).put("step", e.step()),
                    from -> new SilenceStepTaken(from.smallNumber("round"), from.constant(SilenceStep.class, "step"))),
            new EventKind<>(
                    "satisfaction-rated",
                    SatisfactionRated.class,
                    (e, to) -> to.put("rating", e.rating())
                            .put("comment", e.comment())
                            .put("how", e.how().map(Enum::name)),
                    from -> new SatisfactionRated(
                            from.constant(Rating.class, "rating"),
                            from.text("comment"),
                            from.optionalConstant(Resolution.class, "how"))),
            bare("satisfaction-reminded", SatisfactionReminded.class, SatisfactionReminded::new),
            bare("message-refused", MessageRefused.class, MessageRefused::new));

    private WorkEventJson() {}

    /** An event that says nothing but that it happened. */
    private static <E extends TicketEvent> EventKind<E> bare(String name, Class<E> type, Supplier<E> event) {
        return new EventKind<>(name, type, (e, to) -> {}, from -> event.get());
    }

    private static void put(JsonObject to, String name, Optional<FieldValue> value) {
        value.ifPresent(v -> to.put(name, PartJson.value(v)));
    }
}
