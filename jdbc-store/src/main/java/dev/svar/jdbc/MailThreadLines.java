package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.jdbc.MailThreadRows.MailThread;
import dev.svar.ticket.TicketId;
import java.sql.SQLException;
import java.util.List;

/** To which ticket a Message-ID belongs. */
final class MailThreadLines extends RowLines<MailThread> {
    private final MailThreadRows rows;

    MailThreadLines(String prefix, MailThreadRows rows) {
        super("mail-thread", new RowPages(prefix + "mail_thread", List.of(KeyColumn.text("message_digest")), "ticket"));
        this.rows = rows;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("messageId", row.text("message_digest")).put("ticket", row.id("ticket"));
    }

    @Override
    MailThread read(TenantId tenant, JsonObject line) {
        return new MailThread(Digest.checked("messageId", line.text("messageId")), new TicketId(line.id("ticket")));
    }

    @Override
    void insert(Script script, TenantId tenant, List<MailThread> threads) {
        rows.load(script, tenant, threads);
    }
}
