package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.jdbc.ArticleRows.Kept;
import dev.svar.knowledge.ArticleId;
import java.sql.SQLException;
import java.util.List;

/** Articles as they stand, and how customers ask for them. Who reads the changes begins anew where they are imported. */
final class ArticleLines extends RowLines<Kept> {
    private final ArticleRows rows;

    ArticleLines(String prefix, ArticleRows rows) {
        super(
                "article",
                new RowPages(
                        prefix + "article",
                        List.of(KeyColumn.id("id")),
                        "phrasings_version, phrasings, state",
                        " AND state IS NOT NULL"));
        this.rows = rows;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("id", row.id("id"))
                .put("article", row.json("state"))
                .put("phrasingsVersion", row.number("phrasings_version"))
                .put("phrasings", row.json("phrasings"));
    }

    @Override
    Kept read(TenantId tenant, JsonObject line) {
        ArticleId id = new ArticleId(line.id("id"));
        return new Kept(
                ArticleJson.article(tenant, id, line.object("article")),
                ArticleJson.phrasings(id, line.number("phrasingsVersion"), line.object("phrasings")));
    }

    @Override
    void insert(Script script, TenantId tenant, List<Kept> articles) throws SQLException {
        rows.add(script, tenant, articles);
    }
}
