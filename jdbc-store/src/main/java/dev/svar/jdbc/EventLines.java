package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.TicketId;
import java.sql.SQLException;
import java.util.List;

/** What happened to tickets. */
final class EventLines extends RowLines<RecordedEvent> {
    private final TicketRows rows;

    EventLines(String prefix, TicketRows rows) {
        super(
                "event",
                new RowPages(
                        prefix + "event",
                        List.of(KeyColumn.id("ticket"), KeyColumn.number("sequence")),
                        "happened_at, body"));
        this.rows = rows;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("ticket", row.id("ticket"))
                .put("sequence", row.number("sequence"))
                .put("at", row.at("happened_at"))
                .put("event", row.json("body"));
    }

    @Override
    RecordedEvent read(TenantId tenant, JsonObject line) {
        return EventJson.read(
                new TicketId(line.id("ticket")), line.number("sequence"), line.at("at"), line.object("event"));
    }

    @Override
    void insert(Script script, TenantId tenant, List<RecordedEvent> events) {
        rows.addEvents(script, tenant, events);
    }
}
