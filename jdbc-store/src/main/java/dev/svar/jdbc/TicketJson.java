package dev.svar.jdbc;

import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TeamId;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.sla.SlaClock;
import dev.svar.sla.SlaClocks;
import dev.svar.sla.SlaLevel;
import dev.svar.store.TicketState;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Resolution;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.util.stream.Collectors;

/** A ticket with its clocks as JSON. */
final class TicketJson {
    private TicketJson() {}

    static JsonObject write(TicketState state) {
        Ticket ticket = state.ticket();
        JsonObject json = JsonObject.empty()
                .put("id", ticket.id().value())
                .put("prefix", ticket.number().prefix())
                .put("number", ticket.number().value())
                .put("subject", ticket.subject())
                .put("requester", ticket.requester().value())
                .putTexts("participants", ValueJson.texts(ticket.participants()))
                .putTexts("watchers", ValueJson.agentTexts(ticket.watchers()))
                .put("status", ValueJson.status(ticket.status()))
                .put("priority", ticket.priority())
                .put("channel", ticket.channel().name())
                .put("language", ticket.language().map(ValueJson::tag))
                .put("category", ticket.category())
                .put("assignee", ticket.assignee().map(AgentId::value))
                .putTexts("tags", ValueJson.tagTexts(ticket.tags()))
                .put("timeSpent", ticket.timeSpent())
                .put("answerable", ticket.answerable())
                .put("linkGeneration", ticket.linkGeneration())
                .put("openedAt", ticket.openedAt())
                .put("updatedAt", ticket.updatedAt())
                .put("version", ticket.version())
                .put("team", ticket.team().map(TeamId::value))
                .put("organization", ticket.organization().map(OrganizationId::toString))
                .putObjects("fields", PartJson.fields(ticket.fields()))
                .putObjects("context", PartJson.facts(ticket.context()))
                .putObjects("links", ticket.links().stream().map(PartJson::link).toList())
                .put("resolution", ticket.resolution().map(Enum::name))
                .put("spam", ticket.spam())
                .put("silence", PartJson.silence(ticket.silence()))
                .put("satisfaction", PartJson.satisfaction(ticket.satisfaction()))
                .putObjects(
                        "absorbed",
                        ticket.absorbed().stream().map(PartJson::absorbed).toList())
                .putObjects(
                        "clocks",
                        state.clocks().all().stream().map(TicketJson::clock).toList());
        ticket.settledAt().ifPresent(at -> json.put("settledAt", at));
        ticket.snoozedUntil().ifPresent(at -> json.put("snoozedUntil", at));
        ticket.merge().ifPresent(merge -> json.put("merge", PartJson.merge(merge)));
        return json;
    }

    static TicketState read(TenantId tenant, JsonObject json) {
        Ticket ticket = Ticket.builder(
                        new TicketId(json.id("id")),
                        tenant,
                        ValueJson.number(json),
                        new ContactId(json.id("requester")),
                        new Channel(json.text("channel")),
                        json.at("openedAt"))
                .subject(json.text("subject"))
                .participants(ValueJson.contacts(json.texts("participants")))
                .watchers(ValueJson.agents(json.texts("watchers")))
                .status(ValueJson.status(json.object("status")))
                .priority(json.constant(Priority.class, "priority"))
                .language(json.optionalLocale("language"))
                .category(json.optionalText("category"))
                .assignee(json.optionalText("assignee").map(AgentId::new))
                .tags(ValueJson.tags(json.texts("tags")))
                .timeSpent(json.duration("timeSpent"))
                .answerable(json.flag("answerable"))
                .linkGeneration(json.smallNumber("linkGeneration"))
                .version(json.number("version"), json.at("updatedAt"))
                .team(json.optionalText("team").map(TeamId::new))
                .organization(PartJson.organization(json))
                .fields(PartJson.fields(json.objects("fields")))
                .context(PartJson.facts(json.objects("context")))
                .links(json.objects("links").stream().map(PartJson::link).collect(Collectors.toUnmodifiableSet()))
                .resolution(json.optionalConstant(Resolution.class, "resolution"))
                .settledAt(json.optionalAt("settledAt"))
                .snoozedUntil(json.optionalAt("snoozedUntil"))
                .spam(json.flag("spam"))
                .silence(PartJson.silence(json.object("silence")))
                .satisfaction(PartJson.satisfaction(json.object("satisfaction")))
                .merge(json.optionalObject("merge").map(PartJson::merge))
                .absorbed(json.objects("absorbed").stream()
                        .map(PartJson::absorbed)
                        .toList())
                .build();
        return new TicketState(
                ticket,
                SlaClocks.of(
                        json.objects("clocks").stream().map(TicketJson::clock).toList()));
    }

    private static JsonObject clock(SlaClock clock) {
        JsonObject json = JsonObject.empty()
                .put("target", clock.target())
                .put("cycle", clock.cycle())
                .put("policy", clock.policy())
                .put("allowed", clock.allowed())
                .put("startedAt", clock.startedAt())
                .put("state", clock.state())
                .put("spent", clock.spent())
                .put("since", clock.since())
                .put("breaksAfter", clock.breaksAfter())
                .put("due", clock.due())
                .putTexts(
                        "reached",
                        clock.reached().stream().sorted().map(SlaLevel::label).toList());
        clock.carried()
                .ifPresent(carried -> json.put(
                        "carried",
                        JsonObject.empty()
                                .put("source", carried.source().value())
                                .put("startedAt", carried.startedAt())
                                .put("more", carried.more())));
        return json;
    }

    private static SlaClock clock(JsonObject json) {
        return new SlaClock(
                json.constant(SlaTarget.class, "target"),
                json.smallNumber("cycle"),
                json.text("policy"),
                json.duration("allowed"),
                json.at("startedAt"),
                json.constant(SlaClock.State.class, "state"),
                json.duration("spent"),
                json.at("since"),
                json.duration("breaksAfter"),
                json.at("due"),
                json.texts("reached").stream().map(TicketJson::level).collect(Collectors.toUnmodifiableSet()),
                json.optionalObject("carried")
                        .map(carried -> new SlaClock.Carried(
                                new TicketId(carried.id("source")),
                                carried.at("startedAt"),
                                carried.duration("more"))));
    }

    private static SlaLevel level(String label) {
        try {
            return SlaLevel.parse(label);
        } catch (InvalidValueException e) {
            throw Constants.unknown("level");
        }
    }
}
