package dev.svar.jdbc;

import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.knowledge.ArticleId;
import dev.svar.knowledge.ShownArticle;
import dev.svar.knowledge.Suggestion;
import dev.svar.knowledge.SuggestionId;
import dev.svar.knowledge.TaughtWords;
import dev.svar.ticket.TicketId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Questions for which articles were suggested as JSON. */
final class SuggestionJson {
    private SuggestionJson() {}

    static JsonObject write(Suggestion suggestion) {
        JsonObject json = JsonObject.empty()
                .put("version", suggestion.version())
                .put("askedAt", suggestion.askedAt())
                .put("words", suggestion.words())
                .put("locale", suggestion.locale().map(Locale::toLanguageTag))
                .put("by", suggestion.by().map(ContactId::toString))
                .putTexts("shown", texts(suggestion.shown()))
                .putObjects(
                        "latest",
                        suggestion.latest().stream().map(SuggestionJson::shown).toList())
                .putTexts("opened", sorted(suggestion.opened()))
                .putTexts("helpful", sorted(voted(suggestion, true)))
                .putTexts("unhelpful", sorted(voted(suggestion, false)))
                .put("solvedBy", suggestion.solvedBy().map(ArticleId::toString))
                .put("ticket", suggestion.ticket().map(TicketId::toString));
        suggestion.taught().ifPresent(taught -> json.put("taught", taught(taught)));
        return json;
    }

    private static JsonObject shown(ShownArticle shown) {
        return JsonObject.empty().put("article", shown.article().value()).put("chance", shown.chance());
    }

    private static JsonObject taught(TaughtWords taught) {
        return JsonObject.empty().put("locale", taught.locale()).put("words", taught.words());
    }

    private static List<ArticleId> voted(Suggestion suggestion, boolean helped) {
        return suggestion.votes().entrySet().stream()
                .filter(vote -> vote.getValue() == helped)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> texts(Collection<ArticleId> articles) {
        return articles.stream().map(ArticleId::toString).toList();
    }

    private static List<String> sorted(Collection<ArticleId> articles) {
        return texts(articles).stream().sorted().toList();
    }

    static Suggestion read(TenantId tenant, SuggestionId id, JsonObject json) {
        Map<ArticleId, Boolean> votes = new HashMap<>();
        articles(json, "helpful").forEach(article -> votes.put(article, true));
        articles(json, "unhelpful").forEach(article -> votes.put(article, false));
        return new Suggestion(
                id,
                tenant,
                json.number("version"),
                json.at("askedAt"),
                json.text("words"),
                json.optionalLocale("locale"),
                json.optionalId("by").map(ContactId::new),
                articles(json, "shown").toList(),
                json.objects("latest").stream()
                        .map(shown -> new ShownArticle(new ArticleId(shown.id("article")), shown.smallNumber("chance")))
                        .toList(),
                Set.copyOf(articles(json, "opened").toList()),
                votes,
                json.optionalId("solvedBy").map(ArticleId::new),
                json.optionalObject("taught")
                        .map(taught ->
                                new TaughtWords(taught.optionalLocale("locale").orElseThrow(), taught.text("words"))),
                json.optionalId("ticket").map(TicketId::new));
    }

    private static Stream<ArticleId> articles(JsonObject json, String name) {
        return json.texts(name).stream().map(UUID::fromString).map(ArticleId::new);
    }
}
