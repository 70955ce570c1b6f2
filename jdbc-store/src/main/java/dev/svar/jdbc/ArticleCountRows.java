package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.ArticleCount;
import dev.svar.knowledge.ArticleCounts;
import dev.svar.knowledge.ArticleCredit;
import dev.svar.knowledge.ArticleId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** What is counted about articles: in several rows for each, so that who counts at the same time seldom meets. */
final class ArticleCountRows {
    private static final int SLOTS = 8;

    /** Of a slot. */
    private static final long MAX_DUE = ArticleCredit.MAX_DUE / SLOTS;

    private final Dialect dialect;
    private final Sql db;
    private final String insert;
    private final String update;
    private final String credit;
    private final String select;

    ArticleCountRows(Dialect dialect, String prefix) {
        String table = prefix + "article_count";
        this.dialect = dialect;
        this.db = new Sql(dialect);
        this.insert = "INSERT INTO " + table
                + " (views, helpful, unhelpful, earned, due, tenant, article, slot) VALUES (" + Sql.marks(8) + ")";
        this.update = "UPDATE " + table + " SET views = views + ?, helpful = helpful + ?, unhelpful = unhelpful + ?"
                + " WHERE tenant = ? AND article = ? AND slot = ?";
        // What is due comes last: where assignments are made one after the other, the others need it as it was.
        this.credit = "UPDATE " + table + " SET earned = CASE WHEN due + ? > ? THEN earned / 2 ELSE earned END + ?,"
                + " due = CASE WHEN due + ? > ? THEN due / 2 ELSE due END + ? WHERE tenant = ?"
                + " AND article = ? AND slot = ?";
        this.select = "SELECT article, SUM(views) AS views, SUM(helpful) AS helpful, SUM(unhelpful) AS unhelpful,"
                + " SUM(earned) AS earned, SUM(due) AS due FROM " + table + " WHERE tenant = ? AND article IN (";
    }

    /** Counts of an article in one slot. */
    record Slot(ArticleId article, long slot, ArticleCounts counts) {}

    void count(Connection connection, TenantId tenant, ArticleId article, ArticleCount what) throws SQLException {
        Slot slot = anySlot(article, ArticleCounts.NONE.plus(what));
        ArticleCounts more = slot.counts();
        int changed = db.update(
                connection,
                update,
                p -> p.number(more.views())
                        .number(more.helpful())
                        .number(more.unhelpful())
                        .text(tenant.value())
                        .id(article.value())
                        .number(slot.slot()));
        if (changed == 0) {
            insertFirst(connection, tenant, slot);
        }
    }

    private static Slot anySlot(ArticleId article, ArticleCounts counts) {
        return new Slot(article, ThreadLocalRandom.current().nextInt(SLOTS), counts);
    }

    /** Adds what articles are credited with, in one order for all. */
    void credit(Connection connection, TenantId tenant, Map<ArticleId, ArticleCredit> credits) throws SQLException {
        List<Slot> slots = credits.entrySet().stream()
                .map(entry -> anySlot(entry.getKey(), ArticleCounts.NONE.with(entry.getValue())))
                .sorted(Comparator.comparing(slot -> slot.article().value()))
                .toList();
        int[] changed = db.batch(connection, credit, slots, (p, slot) -> {
            ArticleCredit more = slot.counts().credit();
            p.number(more.due()).number(MAX_DUE).number(more.earned());
            p.number(more.due()).number(MAX_DUE).number(more.due());
            p.text(tenant.value()).id(slot.article().value()).number(slot.slot());
        });
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 0) {
                insertFirst(connection, tenant, slots.get(i));
            }
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
                .number(slot.counts().credit().earned())
                .number(slot.counts().credit().due())
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
        return new ArticleCounts(
                row.number("views"),
                row.number("helpful"),
                row.number("unhelpful"),
                new ArticleCredit(row.number("earned"), row.number("due")));
    }
}
