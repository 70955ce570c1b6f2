package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import java.sql.SQLException;
import java.util.List;

/** The last ticket number of a tenant: one line. */
final class NumberLines extends RowLines<Long> {
    private final NumberRows rows;

    NumberLines(String prefix, NumberRows rows) {
        super("number", new RowPages(prefix + "number", List.of(KeyColumn.text("tenant")), "last_number"));
        this.rows = rows;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("last", row.number("last_number"));
    }

    @Override
    Long read(TenantId tenant, JsonObject line) {
        return line.number("last");
    }

    @Override
    void insert(Script script, TenantId tenant, List<Long> numbers) throws SQLException {
        for (long last : numbers) {
            rows.raise(script.connection(), tenant, last);
        }
    }
}
