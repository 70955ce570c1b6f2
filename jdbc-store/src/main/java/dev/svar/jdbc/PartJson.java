package dev.svar.jdbc;

import dev.svar.contact.OrganizationId;
import dev.svar.store.StoreException;
import dev.svar.ticket.Absorbed;
import dev.svar.ticket.Audience;
import dev.svar.ticket.ContextFact;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldType;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.LinkKind;
import dev.svar.ticket.MergeRecord;
import dev.svar.ticket.Rating;
import dev.svar.ticket.Resolution;
import dev.svar.ticket.Satisfaction;
import dev.svar.ticket.Silence;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLink;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Parts of a ticket as JSON. */
final class PartJson {
    private PartJson() {}

    static JsonObject value(FieldValue value) {
        return JsonObject.empty().put("type", value.type()).put("text", value.text());
    }

    static FieldValue value(JsonObject json) {
        FieldType type = json.constant(FieldType.class, "type");
        String text = json.text("text");
        try {
            return switch (type) {
                case TEXT -> FieldValue.of(text);
                case NUMBER -> FieldValue.of(new BigDecimal(text));
                case BOOLEAN -> FieldValue.of(Boolean.parseBoolean(text));
                case DATE -> FieldValue.of(LocalDate.parse(text));
                case CHOICE -> FieldValue.choice(text);
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw new StoreException("stored JSON cannot be read: a value is no " + type);
        }
    }

    static List<JsonObject> fields(Map<FieldKey, FieldValue> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(e -> value(e.getValue()).put("key", e.getKey().value()))
                        .toList();
    }

    static Map<FieldKey, FieldValue> fields(Collection<JsonObject> fields) {
        return fields.stream()
                .collect(Collectors.toUnmodifiableMap(json -> new FieldKey(json.text("key")), PartJson::value));
    }

    static List<JsonObject> facts(Collection<ContextFact> facts) {
        return facts.stream()
                .map(fact -> value(fact.value()).put("name", fact.name()).put("audience", fact.audience()))
                .toList();
    }

    static List<ContextFact> facts(List<JsonObject> facts) {
        return facts.stream()
                .map(json -> new ContextFact(json.text("name"), value(json), json.constant(Audience.class, "audience")))
                .toList();
    }

    static JsonObject link(TicketLink link) {
        return JsonObject.empty()
                .put("kind", link.kind())
                .put("ticket", link.ticket().value());
    }

    static TicketLink link(JsonObject json) {
        return new TicketLink(json.constant(LinkKind.class, "kind"), new TicketId(json.id("ticket")));
    }

    static JsonObject satisfaction(Satisfaction satisfaction) {
        JsonObject json = JsonObject.empty().put("reminded", satisfaction.reminded());
        satisfaction
                .answer()
                .ifPresent(a -> json.put("rating", a.rating())
                        .put("comment", a.comment())
                        .put("how", a.how().map(Enum::name))
                        .put("at", a.at()));
        return json;
    }

    static Satisfaction satisfaction(JsonObject json) {
        return new Satisfaction(
                json.optionalConstant(Rating.class, "rating")
                        .map(rating -> new Satisfaction.Answer(
                                rating,
                                json.text("comment"),
                                json.optionalConstant(Resolution.class, "how"),
                                json.at("at"))),
                json.flag("reminded"));
    }

    static JsonObject silence(Silence silence) {
        return JsonObject.empty()
                .put("round", silence.round())
                .put("since", silence.since())
                .put("steps", silence.steps());
    }

    static Silence silence(JsonObject json) {
        return new Silence(json.smallNumber("round"), json.at("since"), json.smallNumber("steps"));
    }

    static JsonObject merge(MergeRecord merge) {
        return JsonObject.empty().put("into", merge.into().value()).put("before", ValueJson.status(merge.before()));
    }

    static MergeRecord merge(JsonObject json) {
        return new MergeRecord(new TicketId(json.id("into")), ValueJson.status(json.object("before")));
    }

    static JsonObject absorbed(Absorbed absorbed) {
        return JsonObject.empty()
                .put("source", absorbed.source().value())
                .putTexts("merged", ticketTexts(absorbed.merged()))
                .putTexts("joined", ValueJson.texts(absorbed.joined()));
    }

    static Absorbed absorbed(JsonObject json) {
        return new Absorbed(
                new TicketId(json.id("source")),
                tickets(json.texts("merged")),
                ValueJson.contacts(json.texts("joined")));
    }

    static List<String> ticketTexts(Collection<TicketId> tickets) {
        return tickets.stream().map(TicketId::toString).sorted().toList();
    }

    static Set<TicketId> tickets(Collection<String> texts) {
        return texts.stream().map(t -> new TicketId(UUID.fromString(t))).collect(Collectors.toUnmodifiableSet());
    }

    static Optional<OrganizationId> organization(JsonObject json) {
        return json.optionalText("organization").map(text -> new OrganizationId(UUID.fromString(text)));
    }
}
