package dev.svar.jdbc;

import dev.svar.announcement.Incident;
import dev.svar.announcement.IncidentId;
import dev.svar.announcement.IncidentMatch;
import dev.svar.announcement.IncidentState;
import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.message.ContentRef;

/** Incidents as JSON. */
final class IncidentJson {
    private IncidentJson() {}

    static JsonObject write(Incident incident) {
        JsonObject json = JsonObject.empty()
                .put("version", incident.version())
                .put("state", incident.state())
                .put("openedAt", incident.openedAt())
                .put("updatedAt", incident.updatedAt())
                .put("channel", incident.channel().name())
                .put("category", incident.match().category())
                .putTexts("tags", ValueJson.tagTexts(incident.match().tags()))
                .putObjects("fields", PartJson.fields(incident.match().fields()))
                .putObjects(
                        "wordings",
                        incident.wordings().stream().map(MailingJson::wording).toList());
        incident.list()
                .ifPresent(list -> json.put(
                        "list", JsonObject.empty().put("digest", list.digest()).put("size", list.size())));
        return json;
    }

    static Incident read(TenantId tenant, IncidentId id, JsonObject json) {
        return new Incident(
                id,
                tenant,
                json.number("version"),
                new IncidentMatch(
                        json.optionalText("category"),
                        ValueJson.tags(json.texts("tags")),
                        PartJson.fields(json.objects("fields"))),
                new Channel(json.text("channel")),
                json.objects("wordings").stream().map(MailingJson::wording).toList(),
                json.optionalObject("list").map(list -> new ContentRef(list.text("digest"), list.number("size"))),
                json.constant(IncidentState.class, "state"),
                json.at("openedAt"),
                json.at("updatedAt"));
    }
}
