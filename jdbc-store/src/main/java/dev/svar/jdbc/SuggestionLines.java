package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.SuggestionId;
import dev.svar.store.SuggestionChange;
import java.sql.SQLException;
import java.util.List;

/** Questions for which articles were suggested. */
final class SuggestionLines extends RowLines<SuggestionChange> {
    private final SuggestionRows rows;

    SuggestionLines(String prefix, SuggestionRows rows) {
        super("suggestion", new RowPages(prefix + "suggestion", List.of(KeyColumn.id("id")), "state"));
        this.rows = rows;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("id", row.id("id")).put("suggestion", row.json("state"));
    }

    @Override
    SuggestionChange read(TenantId tenant, JsonObject line) {
        return new SuggestionChange(
                0, SuggestionJson.read(tenant, new SuggestionId(line.id("id")), line.object("suggestion")));
    }

    @Override
    void insert(Script script, TenantId tenant, List<SuggestionChange> suggestions) {
        rows.apply(script, tenant, suggestions);
    }
}
