package dev.svar.jdbc;

import dev.svar.contact.AgentId;
import dev.svar.contact.TeamId;
import dev.svar.template.Macro;
import dev.svar.template.MacroActions;
import dev.svar.template.MacroId;
import dev.svar.template.MacroScope;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Tag;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Macros as JSON. */
final class MacroJson {
    private MacroJson() {}

    static JsonObject macro(Macro macro) {
        return scope(macro.scope())
                .put("version", macro.version())
                .put("shortcut", macro.shortcut())
                .put("name", macro.name())
                .putObjects(
                        "texts",
                        macro.texts().entrySet().stream()
                                .sorted(Comparator.comparing(
                                        text -> text.getKey().toLanguageTag()))
                                .map(text -> JsonObject.empty()
                                        .put("locale", text.getKey())
                                        .put("text", text.getValue()))
                                .toList())
                .put("actions", actions(macro.actions()));
    }

    static Macro macro(MacroId id, JsonObject json) {
        Map<Locale, String> texts = new LinkedHashMap<>();
        json.objects("texts")
                .forEach(text -> texts.put(text.optionalLocale("locale").orElseThrow(), text.text("text")));
        return new Macro(
                id,
                json.number("version"),
                scope(json),
                json.text("shortcut"),
                json.text("name"),
                texts,
                actions(json.object("actions")));
    }

    private static JsonObject scope(MacroScope scope) {
        JsonObject json = JsonObject.empty();
        if (scope instanceof MacroScope.Person person) {
            return json.put("agent", person.agent().value());
        }
        return scope instanceof MacroScope.OfTeam team
                ? json.put("team", team.team().value())
                : json;
    }

    private static MacroScope scope(JsonObject json) {
        return json.optionalText("agent")
                .map(agent -> (MacroScope) new MacroScope.Person(new AgentId(agent)))
                .or(() -> json.optionalText("team").map(team -> new MacroScope.OfTeam(new TeamId(team))))
                .orElse(MacroScope.DESK);
    }

    private static JsonObject actions(MacroActions actions) {
        JsonObject json = JsonObject.empty()
                .put("priority", actions.priority().map(Priority::name))
                .putTexts("addTags", tags(actions.addTags()))
                .putTexts("removeTags", tags(actions.removeTags()))
                .put("assignee", actions.assignee().map(AgentId::value))
                .put("team", actions.team().map(TeamId::value));
        actions.status().ifPresent(status -> json.put("status", ValueJson.status(status)));
        return json;
    }

    private static MacroActions actions(JsonObject json) {
        return new MacroActions(
                json.optionalObject("status").map(ValueJson::status),
                json.optionalConstant(Priority.class, "priority"),
                tags(json, "addTags"),
                tags(json, "removeTags"),
                json.optionalText("assignee").map(AgentId::new),
                json.optionalText("team").map(TeamId::new));
    }

    private static Collection<String> tags(Set<Tag> tags) {
        return tags.stream().map(Tag::value).sorted().toList();
    }

    private static Set<Tag> tags(JsonObject json, String name) {
        return json.texts(name).stream().map(Tag::new).collect(Collectors.toUnmodifiableSet());
    }
}
