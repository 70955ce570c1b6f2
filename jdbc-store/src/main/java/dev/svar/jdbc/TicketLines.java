package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.store.TicketState;
import java.sql.SQLException;
import java.util.List;

/** Tickets as they stand; what queries find them by is derived again. */
final class TicketLines extends RowLines<TicketState> {
    private final TicketRows rows;
    private final TermRows terms;
    private final TextIndex texts;

    TicketLines(String prefix, TicketRows rows, TermRows terms, TextIndex texts) {
        super("ticket", new RowPages(prefix + "ticket", List.of(KeyColumn.id("id")), "state"));
        this.rows = rows;
        this.terms = terms;
        this.texts = texts;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("ticket", row.json("state"));
    }

    @Override
    TicketState read(TenantId tenant, JsonObject line) {
        return TicketJson.read(tenant, line.object("ticket"));
    }

    @Override
    void insert(Script script, TenantId tenant, List<TicketState> tickets) {
        tickets.forEach(state -> rows.insert(script, tenant, state));
        tickets.forEach(state -> terms.add(script, tenant, state.ticket()));
        texts.add(
                script,
                tenant,
                tickets.stream().map(state -> TicketText.of(state.ticket())).toList());
    }
}
