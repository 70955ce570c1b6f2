package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.message.Message;
import dev.svar.store.CommitResult;
import dev.svar.store.MessageRedaction;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.TicketId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Messages of tickets. */
final class MessageRows {
    private static final String COLUMNS =
            "id, sequence, role, author, written_at, message_id, visible_text, full_text," + " html, attachments";

    private final Sql db;
    private final String insert;
    private final String redact;
    private final String select;

    MessageRows(Dialect dialect, String prefix) {
        this.db = new Sql(dialect);
        this.insert =
                "INSERT INTO " + prefix + "message (tenant, ticket, " + COLUMNS + ") VALUES (" + Sql.marks(12) + ")";
        this.redact = "UPDATE " + prefix + "message SET visible_text = ?, full_text = ?, html = ?, attachments = ?"
                + " WHERE tenant = ? AND ticket = ? AND sequence = ? AND id = ?";
        this.select = "SELECT " + COLUMNS + " FROM " + prefix + "message WHERE tenant = ? AND ticket = ? AND ";
    }

    void add(Script script, TenantId tenant, Collection<Message> messages) {
        script.addAll(
                insert,
                messages,
                (p, m) -> p.text(tenant.value())
                        .id(m.ticket().value())
                        .id(m.id().value())
                        .number(m.sequence())
                        .constant(m.role())
                        .json(ValueJson.actor(m.by()))
                        .at(m.at())
                        .text(m.messageId())
                        .text(m.visibleText())
                        .text(m.fullText())
                        .text(m.html())
                        .json(ValueJson.attachments(m.attachments())),
                Demand.newOr(CommitResult.STALE));
    }

    /**
     * Blots something out: only what a message says changes.
     *
     * @return whether all of the messages are there
     */
    boolean redact(Connection connection, TenantId tenant, Collection<MessageRedaction> redactions)
            throws SQLException {
        List<Message> sorted = redactions.stream()
                .map(MessageRedaction::after)
                .sorted(Comparator.comparing((Message m) -> m.ticket().value()).thenComparing(Message::sequence))
                .toList();
        return Sql.allOne(db.batch(
                connection,
                redact,
                sorted,
                (p, m) -> p.text(m.visibleText())
                        .text(m.fullText())
                        .text(m.html())
                        .json(ValueJson.attachments(m.attachments()))
                        .text(tenant.value())
                        .id(m.ticket().value())
                        .number(m.sequence())
                        .id(m.id().value())));
    }

    Optional<Message> find(Connection connection, TenantId tenant, TicketId ticket, MessageId message)
            throws SQLException {
        return db.first(
                connection,
                select + "id = ?",
                p -> p.text(tenant.value()).id(ticket.value()).id(message.value()),
                row -> read(tenant, ticket, row));
    }

    List<Message> list(Connection connection, TenantId tenant, TicketId ticket, long after, int limit)
            throws SQLException {
        return db.list(
                connection,
                select + "sequence > ? ORDER BY sequence LIMIT ?",
                p -> p.text(tenant.value()).id(ticket.value()).number(after).number(limit),
                row -> read(tenant, ticket, row));
    }

    List<Message> latest(Connection connection, TenantId tenant, TicketId ticket, Set<MessageRole> roles, int limit)
            throws SQLException {
        if (roles.isEmpty()) {
            return List.of();
        }
        return db.list(
                connection,
                select + "role IN (" + Sql.marks(roles.size()) + ") ORDER BY sequence DESC LIMIT ?",
                p -> p.text(tenant.value())
                        .id(ticket.value())
                        .texts(roles.stream().map(Enum::name).toList())
                        .number(limit),
                row -> read(tenant, ticket, row));
    }

    private static Message read(TenantId tenant, TicketId ticket, Row row) throws SQLException {
        return new Message(
                new MessageId(row.id("id")),
                tenant,
                ticket,
                row.number("sequence"),
                row.constant(MessageRole.class, "role"),
                ValueJson.actor(row.json("author")),
                row.at("written_at"),
                row.optionalText("message_id"),
                row.text("visible_text"),
                row.text("full_text"),
                row.optionalText("html"),
                ValueJson.attachments(row.json("attachments")));
    }
}
