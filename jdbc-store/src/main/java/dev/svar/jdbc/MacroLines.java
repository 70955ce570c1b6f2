package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.store.MacroChange;
import dev.svar.template.MacroId;
import java.sql.SQLException;
import java.util.List;

/** Macros and canned responses. */
final class MacroLines extends RowLines<MacroChange> {
    private final MacroRows rows;

    MacroLines(String prefix, MacroRows rows) {
        super("macro", new RowPages(prefix + "macro", List.of(KeyColumn.id("id")), "state"));
        this.rows = rows;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("id", row.id("id")).put("macro", row.json("state"));
    }

    @Override
    MacroChange read(TenantId tenant, JsonObject line) {
        return MacroChange.put(0, MacroJson.macro(new MacroId(line.id("id")), line.object("macro")));
    }

    @Override
    void insert(Script script, TenantId tenant, List<MacroChange> macros) {
        rows.apply(script, tenant, macros);
    }
}
