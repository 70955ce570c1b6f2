package dev.svar.memory;

import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleCount;
import dev.svar.knowledge.ArticleCounts;
import dev.svar.knowledge.ArticleCredit;
import dev.svar.knowledge.ArticleId;
import dev.svar.knowledge.ArticleState;
import dev.svar.knowledge.ChangedArticle;
import dev.svar.knowledge.Phrasings;
import dev.svar.store.ArticleChange;
import dev.svar.store.Changes;
import dev.svar.store.PhrasingsChange;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One tenant's articles. Guarded by the tenant's lock. */
final class MemoryArticles {
    private static final Comparator<Article> LATEST_FIRST = Comparator.comparing(Article::updatedAt)
            .thenComparing((Article article) -> article.id().toString())
            .reversed();

    private static final Comparator<Article> BY_REVIEW = Comparator.comparing(
                    (Article article) -> article.reviewAt().orElse(Instant.MAX))
            .thenComparing(article -> article.id().toString());

    private final Map<ArticleId, ChangedArticle> articles = new HashMap<>();
    private final NavigableMap<Long, ArticleId> byPlace = new TreeMap<>();
    private final Map<ArticleId, NavigableMap<Long, Article>> versions = new HashMap<>();
    private final Map<ArticleId, ArticleCounts> counts = new HashMap<>();
    private long lastPlace;

    /** Whether all articles and phrasings are at the expected versions, each once. */
    boolean areCurrent(Changes changes) {
        Set<ArticleId> changing = new HashSet<>();
        Set<ArticleId> learning = new HashSet<>();
        return changes.articles().stream().allMatch(change -> isCurrent(change) && changing.add(id(change)))
                && changes.phrasings().stream()
                        .allMatch(change -> isCurrent(change, changes)
                                && learning.add(change.after().article()));
    }

    private boolean isCurrent(ArticleChange change) {
        ChangedArticle known = articles.get(id(change));
        return known == null
                ? change.expectedVersion() == 0
                : known.article()
                        .filter(article -> article.version() == change.expectedVersion())
                        .isPresent();
    }

    private boolean isCurrent(PhrasingsChange change, Changes changes) {
        ArticleId id = change.after().article();
        Optional<ArticleChange> beside = changes.articles().stream()
                .filter(article -> id(article).equals(id))
                .findFirst();
        boolean there = beside.map(article -> !article.erased()).orElseGet(() -> find(id).isPresent());
        return there && phrasings(id).version() == change.expectedVersion();
    }

    private static ArticleId id(ArticleChange change) {
        return change.after().id();
    }

    void apply(Changes changes) {
        changes.articles().stream()
                .sorted(Comparator.comparing(change -> id(change).toString()))
                .forEach(this::apply);
        for (PhrasingsChange change : changes.phrasings()) {
            ArticleId id = change.after().article();
            put(id, find(id), change.after());
        }
    }

    private void apply(ArticleChange change) {
        ArticleId id = id(change);
        if (change.erased()) {
            versions.remove(id);
            counts.remove(id);
            put(id, Optional.empty(), Phrasings.none(id));
        } else {
            if (change.rewritten()) {
                counts.computeIfPresent(id, (same, counted) -> counted.with(ArticleCredit.NONE));
            }
            versions.computeIfAbsent(id, unknown -> new TreeMap<>())
                    .put(change.after().version(), change.after());
            put(id, Optional.of(change.after()), phrasings(id));
        }
    }

    private void put(ArticleId id, Optional<Article> article, Phrasings phrasings) {
        lastPlace++;
        ChangedArticle before = articles.put(id, new ChangedArticle(lastPlace, id, article, phrasings));
        if (before != null) {
            byPlace.remove(before.place());
        }
        byPlace.put(lastPlace, id);
    }

    Optional<Article> find(ArticleId id) {
        return Optional.ofNullable(articles.get(id)).flatMap(ChangedArticle::article);
    }

    List<Article> versions(ArticleId id, long before, int limit) {
        return versions.getOrDefault(id, new TreeMap<>()).headMap(before, false).descendingMap().values().stream()
                .limit(limit)
                .toList();
    }

    List<Article> list(ArticleState state, Optional<String> section, Optional<Article> after, int limit) {
        return all().filter(article -> article.state() == state)
                .filter(article ->
                        section.map(wanted -> wanted.equals(article.section())).orElse(true))
                .filter(article -> after.isEmpty() || LATEST_FIRST.compare(article, after.get()) > 0)
                .sorted(LATEST_FIRST)
                .limit(limit)
                .toList();
    }

    List<Article> toReview(Instant now, Optional<Article> after, int limit) {
        return all().filter(article -> article.state() != ArticleState.RETIRED)
                .filter(article ->
                        article.reviewAt().filter(at -> !at.isAfter(now)).isPresent())
                .filter(article -> after.isEmpty() || BY_REVIEW.compare(article, after.get()) > 0)
                .sorted(BY_REVIEW)
                .limit(limit)
                .toList();
    }

    private Stream<Article> all() {
        return articles.values().stream().flatMap(changed -> changed.article().stream());
    }

    List<ChangedArticle> changed(long after, int limit) {
        return byPlace.tailMap(after, false).values().stream()
                .limit(limit)
                .flatMap(id -> Optional.ofNullable(articles.get(id)).stream())
                .toList();
    }

    Phrasings phrasings(ArticleId id) {
        return Optional.ofNullable(articles.get(id))
                .map(ChangedArticle::phrasings)
                .orElseGet(() -> Phrasings.none(id));
    }

    void count(ArticleId id, ArticleCount what) {
        counts.put(id, counts.getOrDefault(id, ArticleCounts.NONE).plus(what));
    }

    void credit(ArticleId id, ArticleCredit more) {
        ArticleCounts before = counts.getOrDefault(id, ArticleCounts.NONE);
        boolean full = before.credit().due() + more.due() > ArticleCredit.MAX_DUE;
        ArticleCredit kept = full ? before.credit().half() : before.credit();
        counts.put(id, before.with(kept.plus(more)));
    }

    Map<ArticleId, ArticleCounts> counts(Set<ArticleId> ids) {
        return ids.stream()
                .filter(counts::containsKey)
                .collect(Collectors.toMap(id -> id, id -> counts.getOrDefault(id, ArticleCounts.NONE)));
    }
}
