package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.jdbc.ArticleCountRows.Slot;
import dev.svar.knowledge.ArticleCounts;
import dev.svar.knowledge.ArticleCredit;
import dev.svar.knowledge.ArticleId;
import java.sql.SQLException;
import java.util.List;

/** What was counted about articles. */
final class ArticleCountLines extends RowLines<Slot> {
    private final ArticleCountRows rows;

    ArticleCountLines(String prefix, ArticleCountRows rows) {
        super(
                "article-count",
                new RowPages(
                        prefix + "article_count",
                        List.of(KeyColumn.id("article"), KeyColumn.number("slot")),
                        "views, helpful, unhelpful, earned, due"));
        this.rows = rows;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("id", row.id("article"))
                .put("slot", row.number("slot"))
                .put("views", row.number("views"))
                .put("helpful", row.number("helpful"))
                .put("unhelpful", row.number("unhelpful"))
                .put("earned", row.number("earned"))
                .put("due", row.number("due"));
    }

    @Override
    Slot read(TenantId tenant, JsonObject line) {
        return new Slot(
                new ArticleId(line.id("id")),
                line.number("slot"),
                new ArticleCounts(
                        line.number("views"),
                        line.number("helpful"),
                        line.number("unhelpful"),
                        new ArticleCredit(line.number("earned"), line.number("due"))));
    }

    @Override
    void insert(Script script, TenantId tenant, List<Slot> slots) {
        rows.add(script, tenant, slots);
    }
}
