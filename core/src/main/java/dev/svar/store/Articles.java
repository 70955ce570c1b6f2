package dev.svar.store;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleCount;
import dev.svar.knowledge.ArticleCounts;
import dev.svar.knowledge.ArticleId;
import dev.svar.knowledge.ArticleState;
import dev.svar.knowledge.ChangedArticle;
import dev.svar.knowledge.Phrasings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Port: articles, all their versions, how customers ask for them, and what is counted about them. Changed by
 * {@link DeskStore#commit} only, but for what {@link #countArticle} counts.
 */
public interface Articles {
    /**
     * Finds an article.
     *
     * @param tenant whose
     * @param id its id
     * @return the article as it stands; empty if there is none or it was erased
     */
    Optional<Article> article(TenantId tenant, ArticleId id);

    /**
     * Lists what an article was, the latest version first.
     *
     * @param tenant whose
     * @param id its id
     * @param before only versions before this one
     * @param limit the most
     * @return the versions, the present one among them; none if there is no such article or it was erased
     */
    List<Article> articleVersions(TenantId tenant, ArticleId id, long before, int limit);

    /**
     * Lists articles, what changed last first.
     *
     * @param tenant whose
     * @param state only those that stand there
     * @param section only those of exactly this section; empty for all
     * @param after the last one of the page before
     * @param limit the most
     * @return the articles in the order of when they changed, the latest first; then of their ids' text, backwards
     */
    List<Article> articles(
            TenantId tenant, ArticleState state, Optional<String> section, Optional<Article> after, int limit);

    /**
     * Lists articles that somebody should look at, whether they are still true: those that are not retired and whose
     * {@link Article#reviewAt} has come.
     *
     * @param tenant whose
     * @param now when
     * @param after the last one of the page before
     * @param limit the most
     * @return the articles in the order of when they are to be looked at, then of their ids' text
     */
    List<Article> articlesToReview(TenantId tenant, Instant now, Optional<Article> after, int limit);

    /**
     * Lists what became of articles, each article once, at the place of its last change. A change that a commit stores gets a
     * place after all that were stored before, and nobody sees it before those: so whoever goes on from the last place that
     * they saw misses nothing. What was learned about how customers ask for an article is a change of it.
     *
     * @param tenant whose
     * @param after the last place that was seen, 0 for the beginning
     * @param limit the most
     * @return the changes in order of their places; an article that was erased is among them for ever, with nothing but its id
     */
    List<ChangedArticle> changedArticles(TenantId tenant, long after, int limit);

    /**
     * Finds what was learned about how customers ask for an article.
     *
     * @param tenant whose
     * @param article which article
     * @return the phrasings; none at version 0 if nothing was learned or there is no such article
     */
    Phrasings phrasings(TenantId tenant, ArticleId article);

    /**
     * Counts something at once, beside all commits. Callers that count the same at the same time hardly wait for each other.
     *
     * @param tenant whose
     * @param article about which article; that it is there is not looked at
     * @param what what happened
     */
    void countArticle(TenantId tenant, ArticleId article, ArticleCount what);

    /**
     * Tells what was counted, and what the articles were credited with by {@link Changes#credits}. Before an article would be due
     * more than {@link dev.svar.knowledge.ArticleCredit#MAX_DUE}, both numbers of what it has are halved; a store that adds up
     * in several places does so in each, for its part.
     *
     * @param tenant whose
     * @param articles about which articles
     * @return the counts; an article about which nothing was counted is not in it
     */
    Map<ArticleId, ArticleCounts> articleCounts(TenantId tenant, Set<ArticleId> articles);
}
