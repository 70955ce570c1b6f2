package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.store.Tally;
import java.sql.SQLException;
import java.util.List;

/** What was counted. */
final class TallyLines extends RowLines<Tally> {
    private final TallyRows rows;

    TallyLines(String prefix, TallyRows rows) {
        super(
                "tally",
                new RowPages(
                        prefix + "tally", List.of(KeyColumn.text("series"), KeyColumn.number("at_hour")), "counted"));
        this.rows = rows;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("series", row.text("series"))
                .put("hour", row.number("at_hour"))
                .put("count", row.number("counted"));
    }

    @Override
    Tally read(TenantId tenant, JsonObject line) {
        return new Tally(line.text("series"), line.number("hour"), line.number("count"));
    }

    @Override
    void insert(Script script, TenantId tenant, List<Tally> tallies) {
        rows.add(script, tenant, tallies);
    }
}
