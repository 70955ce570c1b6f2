package dev.svar.examples;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.ArticleHit;
import dev.svar.knowledge.ArticleQuestion;
import dev.svar.knowledge.SearchableArticle;
import dev.svar.knowledge.SearchableText;
import dev.svar.search.LuceneArticleIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Articles of one language in an index in memory. */
final class Shelved implements AutoCloseable {
    private static final int LIMIT = 50;

    private final LuceneArticleIndex index = LuceneArticleIndex.inMemory();
    private final Locale language;

    /** All articles but some. */
    Shelved(
            Locale language,
            Map<String, SearchableText> articles,
            Map<String, List<String>> phrasings,
            Set<String> but) {
        this.language = language;
        List<SearchableArticle> all = new ArrayList<>();
        articles.forEach((id, text) -> {
            if (!but.contains(id)) {
                List<String> learned = phrasings.getOrDefault(id, List.of());
                all.add(SearchableArticle.of(id, new SearchableText(language, text.title(), text.body(), learned)));
            }
        });
        index.rebuild(TenantId.DEFAULT, all, 1);
    }

    List<ArticleHit> ranked(String text) {
        return index.find(
                ArticleQuestion.of(TenantId.DEFAULT, text).in(language).atMost(LIMIT, 0));
    }

    /** How sure the best answer is; 0 if there is none. */
    double sureness(String text) {
        return index
                .find(ArticleQuestion.of(TenantId.DEFAULT, text).in(language).atMost(1, 0))
                .stream()
                .mapToDouble(ArticleHit::confidence)
                .findFirst()
                .orElse(0);
    }

    /** As a customer is shown it. */
    List<ArticleHit> shown(String text) {
        return index.find(ArticleQuestion.of(TenantId.DEFAULT, text).in(language));
    }

    @Override
    public void close() {
        index.close();
    }
}
