package dev.svar.jdbc;

import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleAudience;
import dev.svar.knowledge.ArticleId;
import dev.svar.knowledge.ArticleState;
import dev.svar.knowledge.ArticleText;
import dev.svar.knowledge.Phrasing;
import dev.svar.knowledge.Phrasings;
import dev.svar.ticket.Tag;
import dev.svar.ticket.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Articles, and how customers ask for them, as JSON. */
final class ArticleJson {
    private ArticleJson() {}

    static JsonObject write(Article article) {
        JsonObject json = JsonObject.empty()
                .put("version", article.version())
                .put("state", article.state())
                .put("audience", article.audience())
                .put("section", article.section())
                .putTexts(
                        "tags", article.tags().stream().map(Tag::value).sorted().toList())
                .putObjects(
                        "facts",
                        article.facts().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(fact -> JsonObject.empty()
                                        .put("name", fact.getKey())
                                        .putTexts(
                                                "values",
                                                fact.getValue().stream()
                                                        .sorted()
                                                        .toList()))
                                .toList())
                .putObjects(
                        "texts", article.texts().stream().map(ArticleJson::text).toList())
                .put("source", article.source().map(TicketId::toString))
                .put("changedBy", article.changedBy().value())
                .put("createdAt", article.createdAt())
                .put("updatedAt", article.updatedAt());
        article.reviewAt().ifPresent(at -> json.put("reviewAt", at));
        return json;
    }

    private static JsonObject text(ArticleText text) {
        return JsonObject.empty()
                .put("locale", text.locale())
                .put("version", text.version())
                .put("title", text.title())
                .put("body", text.body());
    }

    static Article article(TenantId tenant, ArticleId id, JsonObject json) {
        List<ArticleText> texts = json.objects("texts").stream()
                .map(text -> new ArticleText(
                        text.optionalLocale("locale").orElseThrow(),
                        text.number("version"),
                        text.text("title"),
                        text.text("body")))
                .toList();
        return new Article(
                id,
                tenant,
                json.number("version"),
                json.constant(ArticleState.class, "state"),
                json.constant(ArticleAudience.class, "audience"),
                json.text("section"),
                json.texts("tags").stream().map(Tag::new).collect(Collectors.toUnmodifiableSet()),
                json.objects("facts").stream()
                        .collect(Collectors.toMap(fact -> fact.text("name"), fact -> Set.copyOf(fact.texts("values")))),
                texts,
                json.optionalId("source").map(TicketId::new),
                json.optionalAt("reviewAt"),
                new AgentId(json.text("changedBy")),
                json.at("createdAt"),
                json.at("updatedAt"));
    }

    static JsonObject write(Phrasings phrasings) {
        return JsonObject.empty()
                .putObjects(
                        "all",
                        phrasings.all().stream().map(ArticleJson::phrasing).toList());
    }

    private static JsonObject phrasing(Phrasing phrasing) {
        return JsonObject.empty()
                .put("locale", phrasing.locale())
                .put("words", phrasing.words())
                .put("by", phrasing.by().map(ContactId::toString))
                .put("times", phrasing.times())
                .put("lastAt", phrasing.lastAt());
    }

    static Phrasings phrasings(ArticleId id, long version, JsonObject json) {
        List<Phrasing> all = json.objects("all").stream()
                .map(said -> new Phrasing(
                        said.optionalLocale("locale").orElseThrow(),
                        said.text("words"),
                        said.optionalId("by").map(ContactId::new),
                        said.number("times"),
                        said.at("lastAt")))
                .toList();
        return new Phrasings(id, version, all);
    }
}
