package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.store.Cursor;
import dev.svar.ticket.TicketId;
import java.sql.SQLException;
import java.util.List;

/** How far listeners were told of tickets. */
final class CursorLines extends RowLines<Cursor> {
    private final CursorRows rows;

    CursorLines(String prefix, CursorRows rows) {
        super(
                "cursor",
                new RowPages(
                        prefix + "cursor", List.of(KeyColumn.text("listener"), KeyColumn.id("ticket")), "sequence"));
        this.rows = rows;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("listener", row.text("listener"))
                .put("ticket", row.id("ticket"))
                .put("sequence", row.number("sequence"));
    }

    @Override
    Cursor read(TenantId tenant, JsonObject line) {
        return new Cursor(line.text("listener"), new TicketId(line.id("ticket")), line.number("sequence"));
    }

    @Override
    void insert(Script script, TenantId tenant, List<Cursor> cursors) {
        rows.add(script, tenant, cursors);
    }
}
