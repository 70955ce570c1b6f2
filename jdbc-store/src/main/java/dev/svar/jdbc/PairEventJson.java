package dev.svar.jdbc;

import dev.svar.ticket.LinkKind;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.TicketEvent.GaveBack;
import dev.svar.ticket.TicketEvent.Linked;
import dev.svar.ticket.TicketEvent.MergedInto;
import dev.svar.ticket.TicketEvent.MessageCopied;
import dev.svar.ticket.TicketEvent.SplitOff;
import dev.svar.ticket.TicketEvent.TookOver;
import dev.svar.ticket.TicketEvent.Unlinked;
import dev.svar.ticket.TicketEvent.Unmerged;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketNumber;
import dev.svar.ticket.Waiting;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Events that concern another ticket too, as JSON. */
final class PairEventJson {
    static final List<EventKind<?>> KINDS = List.of(
            new EventKind<>(
                    "merged-into",
                    MergedInto.class,
                    (e, to) -> putOther(to, e.into(), e.number()),
                    from -> new MergedInto(other(from), ValueJson.number(from))),
            new EventKind<>(
                    "took-over",
                    TookOver.class,
                    (e, to) -> putOther(to, e.source(), e.number())
                            .putTexts("merged", PartJson.ticketTexts(e.merged()))
                            .putTexts("joined", ValueJson.texts(e.joined()))
                            .put("awaitsAnswer", e.awaitsAnswer())
                            .put("waitingSince", e.waiting().map(w -> w.since().toString()))
                            .put(
                                    "waitingCounted",
                                    e.waiting().map(w -> w.counted().toString())),
                    from -> new TookOver(
                            other(from),
                            ValueJson.number(from),
                            PartJson.tickets(from.texts("merged")),
                            ValueJson.contacts(from.texts("joined")),
                            from.flag("awaitsAnswer"),
                            waiting(from))),
            new EventKind<>(
                    "unmerged",
                    Unmerged.class,
                    (e, to) -> putOther(to, e.from(), e.number()),
                    from -> new Unmerged(other(from), ValueJson.number(from))),
            new EventKind<>(
                    "gave-back",
                    GaveBack.class,
                    (e, to) -> putOther(to, e.source(), e.number())
                            .putTexts("merged", PartJson.ticketTexts(e.merged()))
                            .putTexts("left", ValueJson.texts(e.left())),
                    from -> new GaveBack(
                            other(from),
                            ValueJson.number(from),
                            PartJson.tickets(from.texts("merged")),
                            ValueJson.contacts(from.texts("left")))),
            new EventKind<>(
                    "linked",
                    Linked.class,
                    (e, to) -> putOther(to, e.other(), e.number()).put("kind", e.kind()),
                    from -> new Linked(from.constant(LinkKind.class, "kind"), other(from), ValueJson.number(from))),
            new EventKind<>(
                    "unlinked",
                    Unlinked.class,
                    (e, to) -> putOther(to, e.other(), e.number()).put("kind", e.kind()),
                    from -> new Unlinked(from.constant(LinkKind.class, "kind"), other(from), ValueJson.number(from))),
            new EventKind<>(
                    "split-off",
                    SplitOff.class,
                    (e, to) -> putOther(to, e.into(), e.number())
                            .putTexts(
                                    "messages",
                                    e.messages().stream()
                                            .map(MessageId::toString)
                                            .toList()),
                    from -> new SplitOff(
                            other(from),
                            ValueJson.number(from),
                            from.texts("messages").stream()
                                    .map(text -> new MessageId(UUID.fromString(text)))
                                    .toList())),
            new EventKind<>(
                    "message-copied",
                    MessageCopied.class,
                    (e, to) -> to.put("message", e.message().value())
                            .put("role", e.role())
                            .put("other", e.from().value())
                            .put("original", e.original().value()),
                    from -> new MessageCopied(
                            new MessageId(from.id("message")),
                            from.constant(MessageRole.class, "role"),
                            other(from),
                            new MessageId(from.id("original")))));

    private PairEventJson() {}

    private static Optional<Waiting> waiting(JsonObject from) {
        return from.has("waitingSince")
                ? Optional.of(new Waiting(from.at("waitingSince"), from.duration("waitingCounted")))
                : Optional.empty();
    }

    private static JsonObject putOther(JsonObject to, TicketId other, TicketNumber number) {
        return to.put("other", other.value()).put("prefix", number.prefix()).put("number", number.value());
    }

    private static TicketId other(JsonObject from) {
        return new TicketId(from.id("other"));
    }
}
