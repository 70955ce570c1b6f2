package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleId;
import java.sql.SQLException;
import java.util.List;

/** What articles were. */
final class ArticleVersionLines extends RowLines<Article> {
    private final ArticleRows rows;

    ArticleVersionLines(String prefix, ArticleRows rows) {
        super(
                "article-version",
                new RowPages(
                        prefix + "article_version",
                        List.of(KeyColumn.id("article"), KeyColumn.number("version")),
                        "state"));
        this.rows = rows;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("id", row.id("article")).put("article", row.json("state"));
    }

    @Override
    Article read(TenantId tenant, JsonObject line) {
        return ArticleJson.article(tenant, new ArticleId(line.id("id")), line.object("article"));
    }

    @Override
    void insert(Script script, TenantId tenant, List<Article> versions) {
        rows.addVersions(script, tenant, versions);
    }
}
