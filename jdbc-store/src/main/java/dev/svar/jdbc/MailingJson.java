package dev.svar.jdbc;

import dev.svar.announcement.Mailing;
import dev.svar.announcement.MailingOrder;
import dev.svar.announcement.MailingProgress;
import dev.svar.announcement.MailingState;
import dev.svar.announcement.Recipients;
import dev.svar.announcement.Wording;
import dev.svar.contact.Channel;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TenantId;
import dev.svar.delivery.MailingId;
import dev.svar.message.ContentRef;
import dev.svar.store.StoreException;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Mailings as JSON. */
final class MailingJson {
    private static final String LISTED = "listed";
    private static final String REQUESTERS = "requesters";
    private static final String TOGETHER = "together";
    private static final String ONE_BY_ONE = "oneByOne";

    private MailingJson() {}

    static JsonObject write(Mailing mailing) {
        return JsonObject.empty()
                .put("version", mailing.version())
                .put("state", mailing.state())
                .put("createdAt", mailing.createdAt())
                .put("updatedAt", mailing.updatedAt())
                .put("order", order(mailing.order()))
                .put("progress", progress(mailing.progress()));
    }

    static Mailing read(TenantId tenant, MailingId id, JsonObject json) {
        return new Mailing(
                id,
                tenant,
                json.number("version"),
                order(json.object("order")),
                json.constant(MailingState.class, "state"),
                progress(json.object("progress")),
                json.at("createdAt"),
                json.at("updatedAt"));
    }

    private static JsonObject order(MailingOrder order) {
        JsonObject json = JsonObject.empty()
                .put("template", order.template())
                .put("channel", order.channel().name())
                .putObjects(
                        "wordings",
                        order.wordings().stream().map(MailingJson::wording).toList())
                .put("recipients", recipients(order.recipients()))
                .put("perMinute", order.perMinute());
        order.startsAt().ifPresent(at -> json.put("startsAt", at));
        order.endsAt().ifPresent(at -> json.put("endsAt", at));
        return json;
    }

    private static MailingOrder order(JsonObject json) {
        return new MailingOrder(
                json.text("template"),
                new Channel(json.text("channel")),
                json.objects("wordings").stream().map(MailingJson::wording).toList(),
                recipients(json.object("recipients")),
                json.optionalAt("startsAt"),
                json.optionalAt("endsAt"),
                json.smallNumber("perMinute"));
    }

    static JsonObject wording(Wording wording) {
        return JsonObject.empty()
                .put("locale", wording.locale())
                .put("title", wording.title())
                .put("text", wording.text());
    }

    static Wording wording(JsonObject json) {
        return new Wording(json.optionalLocale("locale").orElse(Locale.ROOT), json.text("title"), json.text("text"));
    }

    private static JsonObject recipients(Recipients recipients) {
        if (recipients instanceof Recipients.Listed listed) {
            return JsonObject.empty()
                    .put("kind", LISTED)
                    .put("digest", listed.list().digest())
                    .put("size", listed.list().size());
        } else if (recipients instanceof Recipients.Requesters requesters) {
            return requesters(requesters);
        }
        return recipients instanceof Recipients.Together together
                ? JsonObject.empty()
                        .put("kind", TOGETHER)
                        .putObjects(
                                "parts",
                                together.parts().stream()
                                        .map(MailingJson::recipients)
                                        .toList())
                : JsonObject.empty().put("kind", ONE_BY_ONE);
    }

    private static JsonObject requesters(Recipients.Requesters requesters) {
        JsonObject json = JsonObject.empty()
                .put("kind", REQUESTERS)
                .put("tag", requesters.tag().map(Tag::value))
                .put("organization", requesters.organization().map(OrganizationId::toString))
                .put("category", requesters.category())
                .putTexts(
                        "statuses",
                        requesters.statuses().stream().map(Enum::name).sorted().toList());
        requesters.openedSince().ifPresent(since -> json.put("openedSince", since));
        return json;
    }

    private static Recipients.Requesters requesters(JsonObject json) {
        return new Recipients.Requesters(
                json.optionalText("tag").map(Tag::new),
                json.optionalId("organization").map(OrganizationId::new),
                json.optionalText("category"),
                json.has("statuses")
                        ? json.texts("statuses").stream()
                                .map(StatusCategory::valueOf)
                                .collect(Collectors.toSet())
                        : Set.of(),
                json.optionalAt("openedSince"));
    }

    private static Recipients recipients(JsonObject json) {
        return switch (json.text("kind")) {
            case LISTED -> new Recipients.Listed(new ContentRef(json.text("digest"), json.number("size")));
            case REQUESTERS -> requesters(json);
            case TOGETHER ->
                new Recipients.Together(json.objects("parts").stream()
                        .map(MailingJson::recipients)
                        .toList());
            case ONE_BY_ONE -> new Recipients.OneByOne();
            default -> throw new StoreException("stored JSON cannot be read: it names no recipients that are known");
        };
    }

    private static JsonObject progress(MailingProgress progress) {
        return JsonObject.empty()
                .put("cursor", progress.cursor())
                .put("ended", progress.ended())
                .put("planned", progress.planned())
                .put("repeated", progress.repeated())
                .put("unreachable", progress.unreachable())
                .put("nextSlot", progress.nextSlot());
    }

    private static MailingProgress progress(JsonObject json) {
        Optional<String> cursor = json.optionalText("cursor");
        return new MailingProgress(
                cursor,
                json.flag("ended"),
                json.number("planned"),
                json.number("repeated"),
                json.number("unreachable"),
                json.at("nextSlot"));
    }
}
