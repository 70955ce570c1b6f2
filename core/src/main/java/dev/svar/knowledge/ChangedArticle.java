package dev.svar.knowledge;

import java.util.Optional;

/**
 * What became of an article, for whoever keeps an index of all of them.
 *
 * @param place where the change stands among all changes of articles of the tenant, from 1
 * @param id which article
 * @param article the article as it stands; empty if it was erased
 * @param phrasings how customers ask for it
 */
public record ChangedArticle(long place, ArticleId id, Optional<Article> article, Phrasings phrasings) {}
