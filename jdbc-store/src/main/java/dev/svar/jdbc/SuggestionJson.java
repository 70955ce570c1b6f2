package dev.svar.jdbc;

import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.knowledge.ArticleId;
import dev.svar.knowledge.Suggestion;
import dev.svar.knowledge.SuggestionId;
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
        return JsonObject.empty()
                .put("version", suggestion.version())
                .put("askedAt", suggestion.askedAt())
                .put("words", suggestion.words())
                .put("locale", suggestion.locale().map(Locale::toLanguageTag))
                .put("by", suggestion.by().map(ContactId::toString))
                .putTexts("shown", texts(suggestion.shown()))
                .putTexts("opened", sorted(suggestion.opened()))
                .putTexts("helpful", sorted(voted(suggestion, true)))
                .putTexts("unhelpful", sorted(voted(suggestion, false)))
                .put("solvedBy", suggestion.solvedBy().map(ArticleId::toString))
                .put("ticket", suggestion.ticket().map(TicketId::toString));
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
                Set.copyOf(articles(json, "opened").toList()),
                votes,
                json.optionalId("solvedBy").map(ArticleId::new),
                json.optionalId("ticket").map(TicketId::new));
    }

    private static Stream<ArticleId> articles(JsonObject json, String name) {
        return json.texts(name).stream().map(UUID::fromString).map(ArticleId::new);
    }
}
