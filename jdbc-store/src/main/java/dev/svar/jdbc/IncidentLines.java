package dev.svar.jdbc;

import dev.svar.announcement.IncidentId;
import dev.svar.contact.TenantId;
import dev.svar.store.IncidentChange;
import java.sql.SQLException;
import java.util.List;

/** Incidents. */
final class IncidentLines extends RowLines<IncidentChange> {
    private final IncidentRows rows;

    IncidentLines(String prefix, IncidentRows rows) {
        super("incident", new RowPages(prefix + "incident", List.of(KeyColumn.id("id")), "state"));
        this.rows = rows;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("id", row.id("id")).put("incident", row.json("state"));
    }

    @Override
    IncidentChange read(TenantId tenant, JsonObject line) {
        return new IncidentChange(0, IncidentJson.read(tenant, new IncidentId(line.id("id")), line.object("incident")));
    }

    @Override
    void insert(Script script, TenantId tenant, List<IncidentChange> incidents) {
        rows.apply(script, tenant, incidents);
    }
}
