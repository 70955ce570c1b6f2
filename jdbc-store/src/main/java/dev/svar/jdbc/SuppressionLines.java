package dev.svar.jdbc;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.delivery.Suppression;
import java.sql.SQLException;
import java.util.List;

/** What is known against addresses. */
final class SuppressionLines extends RowLines<Suppression> {
    private final SuppressionRows rows;

    SuppressionLines(String prefix, SuppressionRows rows) {
        super(
                "suppression",
                new RowPages(
                        prefix + "suppression",
                        List.of(KeyColumn.text("channel"), KeyColumn.text("address")),
                        SuppressionRows.COLUMNS));
        this.rows = rows;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("channel", row.text("channel"))
                .put("address", row.text("address"))
                .put("version", row.number("version"))
                .put("suppression", row.json("state"));
    }

    @Override
    Suppression read(TenantId tenant, JsonObject line) {
        Address address = new Address(new Channel(line.text("channel")), line.text("address"));
        return ValueJson.suppression(tenant, address, line.number("version"), line.object("suppression"));
    }

    @Override
    void insert(Script script, TenantId tenant, List<Suppression> suppressions) {
        rows.add(script, tenant, suppressions);
    }
}
