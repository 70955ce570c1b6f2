package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.message.Message;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.TicketId;
import java.sql.SQLException;
import java.util.List;

/** Messages of tickets; the words that they are found by are derived again. */
final class MessageLines extends RowLines<Message> {
    private final MessageRows rows;
    private final TextIndex texts;

    MessageLines(String prefix, MessageRows rows, TextIndex texts) {
        super(
                "message",
                new RowPages(
                        prefix + "message",
                        List.of(KeyColumn.id("ticket"), KeyColumn.number("sequence")),
                        "id, role, author, written_at, message_id, visible_text, full_text, html, attachments"));
        this.rows = rows;
        this.texts = texts;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("ticket", row.id("ticket"))
                .put("sequence", row.number("sequence"))
                .put("id", row.id("id"))
                .put("role", row.text("role"))
                .put("by", row.json("author"))
                .put("at", row.at("written_at"))
                .put("messageId", row.optionalText("message_id"))
                .put("visibleText", row.text("visible_text"))
                .put("fullText", row.text("full_text"))
                .put("html", row.optionalText("html"))
                .put("attachments", row.json("attachments"));
    }

    @Override
    Message read(TenantId tenant, JsonObject line) {
        return new Message(
                new MessageId(line.id("id")),
                tenant,
                new TicketId(line.id("ticket")),
                line.number("sequence"),
                line.constant(MessageRole.class, "role"),
                ValueJson.actor(line.object("by")),
                line.at("at"),
                line.optionalText("messageId"),
                line.text("visibleText"),
                line.text("fullText"),
                line.optionalText("html"),
                ValueJson.attachments(line.object("attachments")));
    }

    @Override
    void insert(Script script, TenantId tenant, List<Message> messages) {
        rows.add(script, tenant, messages);
        texts.add(script, tenant, messages.stream().map(TicketText::of).toList());
    }
}
