package dev.svar.testkit;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.ArticleChanges;
import dev.svar.knowledge.ArticleHit;
import dev.svar.knowledge.ArticleIndex;
import dev.svar.knowledge.ArticleQuestion;
import dev.svar.knowledge.SearchableArticle;
import dev.svar.knowledge.SearchableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An index that finds an article if a word of the question stands in it, or in one of its phrasings. One tenant's. */
final class PlainIndex implements ArticleIndex {
    final Map<String, SearchableArticle> articles = new TreeMap<>();
    private long position;
    private String mark = "";

    @Override
    public long position(TenantId tenant) {
        return position;
    }

    @Override
    public String mark(TenantId tenant) {
        return mark;
    }

    @Override
    public boolean take(TenantId tenant, ArticleChanges changes) {
        if (changes.after() != position) {
            return false;
        }
        changes.found().forEach(article -> articles.put(article.id(), article));
        changes.gone().forEach(articles::remove);
        position = changes.position();
        mark = changes.mark();
        return true;
    }

    @Override
    public void rebuild(TenantId tenant, Iterable<SearchableArticle> all, long at) {
        articles.clear();
        all.forEach(article -> articles.put(article.id(), article));
        position = at;
        mark = "";
    }

    void comesFrom(long elsewhere) {
        articles.clear();
        position = elsewhere;
        mark = "";
    }

    @Override
    public List<ArticleHit> find(ArticleQuestion question) {
        List<ArticleHit> hits = new ArrayList<>();
        for (SearchableArticle article : articles.values()) {
            article.texts().stream()
                    .filter(text -> answers(text, question.text()))
                    .findFirst()
                    .ifPresent(text -> hits.add(new ArticleHit(
                            article.id(), article.version(), text.language(), text.title(), text.body(), 0.9)));
        }
        return hits.subList(0, Math.min(hits.size(), question.limit()));
    }

    private static boolean answers(SearchableText text, String question) {
        List<String> said = Stream.concat(Stream.of(text.title(), text.body()), text.phrasings().stream())
                .map(part -> part.toLowerCase(Locale.ROOT))
                .toList();
        return Stream.of(question.toLowerCase(Locale.ROOT).split("\\W+"))
                .filter(word -> word.length() > 3)
                .anyMatch(word -> said.stream().anyMatch(part -> part.contains(word)));
    }
}
