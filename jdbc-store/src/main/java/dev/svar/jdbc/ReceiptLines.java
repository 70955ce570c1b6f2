package dev.svar.jdbc;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.message.ContentRef;
import dev.svar.message.Disposition;
import dev.svar.message.MessageKey;
import dev.svar.message.Receipt;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.TicketId;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Which messages were taken in. */
final class ReceiptLines extends RowLines<Receipt> {
    private final ReceiptRows rows;

    ReceiptLines(String prefix, ReceiptRows rows) {
        super(
                "receipt",
                new RowPages(
                        prefix + "receipt",
                        List.of(KeyColumn.text("key_digest")),
                        "channel, mailbox, message_key, taken_at, disposition, reason, ticket, message, raw_digest,"
                                + " raw_size"));
        this.rows = rows;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("channel", row.text("channel"))
                .put("mailbox", row.text("mailbox"))
                .put("key", row.text("message_key"))
                .put("at", row.at("taken_at"))
                .put("disposition", row.text("disposition"))
                .put("reason", row.text("reason"))
                .put("ticket", row.optionalId("ticket").map(UUID::toString))
                .put("message", row.optionalId("message").map(UUID::toString))
                .put("digest", row.text("raw_digest"))
                .put("size", row.number("raw_size"));
    }

    @Override
    Receipt read(TenantId tenant, JsonObject line) {
        Address mailbox = new Address(new Channel(line.text("channel")), line.text("mailbox"));
        return new Receipt(
                tenant,
                new MessageKey(mailbox, line.text("key")),
                line.at("at"),
                line.constant(Disposition.class, "disposition"),
                line.text("reason"),
                line.optionalId("ticket").map(TicketId::new),
                line.optionalId("message").map(MessageId::new),
                new ContentRef(line.text("digest"), line.number("size")));
    }

    @Override
    void insert(Script script, TenantId tenant, List<Receipt> receipts) {
        receipts.forEach(receipt -> rows.add(script, tenant, receipt));
    }
}
