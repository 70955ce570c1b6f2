package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.ArticleCount;
import dev.svar.knowledge.ArticleCounts;
import dev.svar.knowledge.ArticleId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** What is counted about articles: in several rows for each, so that who counts at the same time seldom meets. */
final class ArticleCountRows {
    private static final int SLOTS = 8;

    private final Dialect dialect;
    private final Sql db;
    private final String insert;
    private final String update;
    private final String select;

    ArticleCountRows(Dialect dialect, String prefix) {
        String table = prefix + "article_count";
        this.dialect = dialect;
        this.db = new Sql(dialect);
        this.insert = "INSERT INTO " + table
                + " (views, helpful, unhelpful, tenant, article, slot) VALUES (?, ?, ?, ?, ?, ?)";
        this.update = "UPDATE " + table + " SET views = views + ?, helpful = helpful + ?, unhelpful = unhelpful + ?"
                + " WHERE tenant = ? AND article = ? AND slot = ?";
        this.select = "SELECT article, SUM(views) AS views, SUM(helpful) AS helpful, SUM(unhelpful) AS unhelpful FROM "
                + table + " WHERE tenant = ? AND article IN (";
    }

    /** Counts of an article in one slot. */
    record Slot(ArticleId article, long slot, ArticleCounts counts) {}

    void count(Connection connection, TenantId tenant, ArticleId article, ArticleCount what) throws SQLException {
        Slot slot = new Slot(article, ThreadLocalRandom.current().nextInt(SLOTS), ArticleCounts.NONE.plus(what));
        if (db.update(connection, update, p -> bind(p, tenant, slot)) == 0) {
            insertFirst(connection, tenant, slot);
        }
    }

    private void insertFirst(Connection connection, TenantId tenant, Slot slot) throws SQLException {
        try {
            db.update(connection, insert, p -> bind(p, tenant, slot));
        } catch (SQLException e) {
            throw dialect.isDuplicateKey(e) ? new LostRaceException(e) : e;
        }
    }

    /** Adds counts where there are none, in one go. */
    void add(Script script, TenantId tenant, Collection<Slot> slots) {
        script.addAll(insert, slots, (p, slot) -> bind(p, tenant, slot), Demand.NONE);
    }

    private static void bind(Params params, TenantId tenant, Slot slot) throws SQLException {
        params.number(slot.counts().views())
                .number(slot.counts().helpful())
                .number(slot.counts().unhelpful())
                .text(tenant.value())
                .id(slot.article().value())
                .number(slot.slot());
    }

    Map<ArticleId, ArticleCounts> find(Connection connection, TenantId tenant, Set<ArticleId> articles)
            throws SQLException {
        Map<ArticleId, ArticleCounts> found = new HashMap<>();
        for (List<ArticleId> some : Sql.chunks(List.copyOf(articles))) {
            db.list(
                            connection,
                            select + Sql.marks(some.size()) + ") GROUP BY article",
                            p -> {
                                p.text(tenant.value());
                                for (ArticleId article : some) {
                                    p.id(article.value());
                                }
                            },
                            row -> Map.entry(new ArticleId(row.id("article")), read(row)))
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        return found;
    }

    static ArticleCounts read(Row row) throws SQLException {
        return new ArticleCounts(row.number("views"), row.number("helpful"), row.number("unhelpful"));
    }
}
