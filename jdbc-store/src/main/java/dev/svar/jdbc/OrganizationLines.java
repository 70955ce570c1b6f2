package dev.svar.jdbc;

import dev.svar.contact.OrganizationId;
import dev.svar.contact.TenantId;
import dev.svar.store.OrganizationChange;
import java.sql.SQLException;
import java.util.List;

/** Organizations with their domains. */
final class OrganizationLines extends RowLines<OrganizationChange> {
    private final OrganizationRows rows;

    OrganizationLines(String prefix, OrganizationRows rows) {
        super("organization", new RowPages(prefix + "organization", List.of(KeyColumn.id("id")), "state"));
        this.rows = rows;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("id", row.id("id")).put("organization", row.json("state"));
    }

    @Override
    OrganizationChange read(TenantId tenant, JsonObject line) {
        return new OrganizationChange(
                0, ValueJson.organization(tenant, new OrganizationId(line.id("id")), line.object("organization")));
    }

    @Override
    void insert(Script script, TenantId tenant, List<OrganizationChange> organizations) throws SQLException {
        rows.apply(script, tenant, organizations);
    }
}
