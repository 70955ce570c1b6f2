package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleId;
import dev.svar.knowledge.ArticleState;
import dev.svar.knowledge.ChangedArticle;
import dev.svar.knowledge.Phrasings;
import dev.svar.store.ArticleChange;
import dev.svar.store.CommitResult;
import dev.svar.store.PhrasingsChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Articles, what they were, and how customers ask for them. */
final class ArticleRows {
    private static final String AFTER = " AND (updated_at < ? OR (updated_at = ? AND id < ?))";
    private static final String AFTER_REVIEW = " AND (review_at > ? OR (review_at = ? AND id > ?))";
    private static final String ERASED = "ERASED";

    private final Sql db;
    private final PlaceRows places;
    private final String table;
    private final String versions;
    private final String counts;

    ArticleRows(Dialect dialect, String prefix) {
        this.db = new Sql(dialect);
        this.places = new PlaceRows(dialect, prefix);
        this.table = prefix + "article";
        this.versions = prefix + "article_version";
        this.counts = prefix + "article_count";
    }

    /** Refused if an article or its phrasings are known or not at their expected version. */
    void apply(
            Script script, TenantId tenant, Collection<ArticleChange> articles, Collection<PhrasingsChange> phrasings)
            throws SQLException {
        if (articles.isEmpty() && phrasings.isEmpty()) {
            return;
        }
        AtomicLong place = new AtomicLong(places.take(script.connection(), tenant, articles.size() + phrasings.size()));
        List<ArticleChange> sorted = articles.stream()
                .sorted(Comparator.comparing(c -> c.after().id().value()))
                .toList();
        update(
                script,
                tenant,
                sorted.stream()
                        .filter(c -> c.expectedVersion() > 0 && !c.erased())
                        .toList(),
                place);
        List<ArticleChange> added =
                sorted.stream().filter(c -> c.expectedVersion() == 0).toList();
        insert(
                script,
                tenant,
                added.stream().map(c -> new Kept(c.after(), none(c))).toList(),
                place);
        erase(script, tenant, sorted.stream().filter(ArticleChange::erased).toList(), place);
        dropCredits(
                script, tenant, sorted.stream().filter(ArticleChange::rewritten).toList());
        addVersions(
                script,
                tenant,
                sorted.stream()
                        .filter(c -> !c.erased())
                        .map(ArticleChange::after)
                        .toList());
        learn(script, tenant, phrasings, place);
    }

    private static Phrasings none(ArticleChange change) {
        return Phrasings.none(change.after().id());
    }

    /** An article together with what was learned about it. */
    record Kept(Article article, Phrasings phrasings) {}

    /** Adds articles that are new, each at a new place; their versions are not among it. */
    void add(Script script, TenantId tenant, List<Kept> articles) throws SQLException {
        insert(script, tenant, articles, new AtomicLong(places.take(script.connection(), tenant, articles.size())));
    }

    private void insert(Script script, TenantId tenant, List<Kept> articles, AtomicLong place) {
        script.addAll(
                "INSERT INTO " + table
                        + " (version, article_state, section, updated_at, review_at, change_place, state,"
                        + " phrasings_version, phrasings, tenant, id) VALUES (" + Sql.marks(11) + ")",
                articles,
                (p, kept) -> bind(p, kept.article(), place)
                        .number(kept.phrasings().version())
                        .json(ArticleJson.write(kept.phrasings()))
                        .text(tenant.value())
                        .id(kept.article().id().value()),
                Demand.newOr(CommitResult.STALE));
    }

    private void update(Script script, TenantId tenant, List<ArticleChange> changes, AtomicLong place) {
        script.addAll(
                "UPDATE " + table + " SET version = ?, article_state = ?, section = ?, updated_at = ?, review_at = ?,"
                        + " change_place = ?, state = ? WHERE tenant = ? AND id = ? AND version = ? AND"
                        + " state IS NOT NULL",
                changes,
                (p, c) -> bind(p, c.after(), place)
                        .text(tenant.value())
                        .id(c.after().id().value())
                        .number(c.expectedVersion()),
                Demand.oneOr(CommitResult.STALE));
    }

    private static Params bind(Params params, Article article, AtomicLong place) throws SQLException {
        return params.number(article.version())
                .constant(article.state())
                .text(article.section())
                .at(article.updatedAt())
                .at(article.reviewAt().filter(at -> article.state() != ArticleState.RETIRED))
                .number(place.incrementAndGet())
                .json(ArticleJson.write(article));
    }

    /** The row stays, so that whoever keeps an index learns of it. */
    private void erase(Script script, TenantId tenant, List<ArticleChange> changes, AtomicLong place) {
        script.addAll(
                "UPDATE " + table + " SET version = ?, article_state = '" + ERASED
                        + "', section = '', review_at = NULL,"
                        + " change_place = ?, state = NULL, phrasings_version = 0, phrasings = ?"
                        + " WHERE tenant = ? AND id = ? AND version = ? AND state IS NOT NULL",
                changes,
                (p, c) -> p.number(c.after().version())
                        .number(place.incrementAndGet())
                        .json(ArticleJson.write(none(c)))
                        .text(tenant.value())
                        .id(c.after().id().value())
                        .number(c.expectedVersion()),
                Demand.oneOr(CommitResult.STALE));
        for (String part : List.of(versions, counts)) {
            script.addAll(
                    "DELETE FROM " + part + " WHERE tenant = ? AND article = ?",
                    changes,
                    (p, c) -> p.text(tenant.value()).id(c.after().id().value()),
                    Demand.NONE);
        }
    }

    private void dropCredits(Script script, TenantId tenant, List<ArticleChange> changes) {
        script.addAll(
                "UPDATE " + counts + " SET earned = 0, due = 0 WHERE tenant = ? AND article = ?",
                changes,
                (p, c) -> p.text(tenant.value()).id(c.after().id().value()),
                Demand.NONE);
    }

    /** Adds what articles were or are. */
    void addVersions(Script script, TenantId tenant, List<Article> articles) {
        script.addAll(
                "INSERT INTO " + versions + " (tenant, article, version, state) VALUES (?, ?, ?, ?)",
                articles,
                (p, article) -> p.text(tenant.value())
                        .id(article.id().value())
                        .number(article.version())
                        .json(ArticleJson.write(article)),
                Demand.newOr(CommitResult.STALE));
    }

    private void learn(Script script, TenantId tenant, Collection<PhrasingsChange> changes, AtomicLong place) {
        script.addAll(
                "UPDATE " + table + " SET phrasings_version = ?, phrasings = ?, change_place = ?"
                        + " WHERE tenant = ? AND id = ? AND phrasings_version = ? AND state IS NOT NULL",
                changes.stream()
                        .sorted(Comparator.comparing(c -> c.after().article().value()))
                        .toList(),
                (p, c) -> p.number(c.after().version())
                        .json(ArticleJson.write(c.after()))
                        .number(place.incrementAndGet())
                        .text(tenant.value())
                        .id(c.after().article().value())
                        .number(c.expectedVersion()),
                Demand.oneOr(CommitResult.STALE));
    }

    Optional<Article> find(Connection connection, TenantId tenant, ArticleId id) throws SQLException {
        return db.first(
                connection,
                "SELECT id, state FROM " + table + " WHERE tenant = ? AND id = ? AND state IS NOT NULL",
                p -> p.text(tenant.value()).id(id.value()),
                row -> read(tenant, row));
    }

    List<Article> versions(Connection connection, TenantId tenant, ArticleId id, long before, int limit)
            throws SQLException {
        return db.list(
                connection,
                "SELECT state FROM " + versions
                        + " WHERE tenant = ? AND article = ? AND version < ? ORDER BY version DESC LIMIT ?",
                p -> p.text(tenant.value()).id(id.value()).number(before).number(limit),
                row -> ArticleJson.article(tenant, id, row.json("state")));
    }

    List<Article> list(
            Connection connection,
            TenantId tenant,
            ArticleState state,
            Optional<String> section,
            Optional<Article> after,
            int limit)
            throws SQLException {
        return db.list(
                connection,
                "SELECT id, state FROM " + table + " WHERE tenant = ? AND article_state = ?"
                        + (section.isPresent() ? " AND section = ?" : "") + (after.isPresent() ? AFTER : "")
                        + " ORDER BY updated_at DESC, id DESC LIMIT ?",
                p -> {
                    p.text(tenant.value()).constant(state);
                    if (section.isPresent()) {
                        p.text(section.get());
                    }
                    if (after.isPresent()) {
                        bindAfter(p, after.get().updatedAt(), after.get());
                    }
                    p.number(limit);
                },
                row -> read(tenant, row));
    }

    List<Article> toReview(Connection connection, TenantId tenant, Instant now, Optional<Article> after, int limit)
            throws SQLException {
        return db.list(
                connection,
                "SELECT id, state FROM " + table + " WHERE tenant = ? AND review_at <= ?"
                        + (after.isPresent() ? AFTER_REVIEW : "") + " ORDER BY review_at, id LIMIT ?",
                p -> {
                    p.text(tenant.value()).at(now);
                    if (after.isPresent()) {
                        bindAfter(p, after.get().reviewAt().orElse(now), after.get());
                    }
                    p.number(limit);
                },
                row -> read(tenant, row));
    }

    private static void bindAfter(Params params, Instant at, Article last) throws SQLException {
        params.at(at).at(at).id(last.id().value());
    }

    List<ChangedArticle> changed(Connection connection, TenantId tenant, long after, int limit) throws SQLException {
        return db.list(
                connection,
                "SELECT id, change_place, state, phrasings_version, phrasings FROM " + table
                        + " WHERE tenant = ? AND change_place > ? ORDER BY change_place LIMIT ?",
                p -> p.text(tenant.value()).number(after).number(limit),
                row -> {
                    ArticleId id = new ArticleId(row.id("id"));
                    Optional<Article> article =
                            row.optionalText("state").isEmpty() ? Optional.empty() : Optional.of(read(tenant, row));
                    return new ChangedArticle(row.number("change_place"), id, article, phrasings(id, row));
                });
    }

    Phrasings phrasings(Connection connection, TenantId tenant, ArticleId id) throws SQLException {
        return db.first(
                        connection,
                        "SELECT phrasings_version, phrasings FROM " + table + " WHERE tenant = ? AND id = ?",
                        p -> p.text(tenant.value()).id(id.value()),
                        row -> phrasings(id, row))
                .orElseGet(() -> Phrasings.none(id));
    }

    static Phrasings phrasings(ArticleId id, Row row) throws SQLException {
        return ArticleJson.phrasings(id, row.number("phrasings_version"), row.json("phrasings"));
    }

    private static Article read(TenantId tenant, Row row) throws SQLException {
        return ArticleJson.article(tenant, new ArticleId(row.id("id")), row.json("state"));
    }
}
