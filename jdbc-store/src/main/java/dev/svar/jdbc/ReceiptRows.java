package dev.svar.jdbc;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.message.ContentRef;
import dev.svar.message.Disposition;
import dev.svar.message.MessageKey;
import dev.svar.message.Receipt;
import dev.svar.store.CommitResult;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.TicketId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Receipts of messages. */
final class ReceiptRows {
    private static final String COLUMNS =
            "channel, mailbox, message_key, taken_at, disposition, reason, ticket, message," + " raw_digest, raw_size";
    /** The first condition is implied by the others and lets the index begin at the right place. */
    private static final String AFTER = " AND taken_at >= ? AND (taken_at > ? OR channel > ? OR (channel = ?"
            + " AND (mailbox > ? OR (mailbox = ? AND message_key > ?))))";

    private final Sql db;
    private final String insert;
    private final String select;

    ReceiptRows(Dialect dialect, String prefix) {
        this.db = new Sql(dialect);
        this.insert = "INSERT INTO " + prefix + "receipt (tenant, key_digest, " + COLUMNS + ") VALUES (" + Sql.marks(12)
                + ")";
        this.select = "SELECT " + COLUMNS + " FROM " + prefix + "receipt WHERE tenant = ? AND ";
    }

    void add(Script script, TenantId tenant, Receipt receipt) {
        MessageKey key = receipt.key();
        script.add(
                insert,
                p -> p.text(tenant.value())
                        .text(digest(key))
                        .text(key.mailbox().channel().name())
                        .text(key.mailbox().value())
                        .text(key.value())
                        .at(receipt.at())
                        .constant(receipt.disposition())
                        .text(receipt.reason())
                        .id(receipt.ticket().map(TicketId::value))
                        .id(receipt.message().map(MessageId::value))
                        .text(receipt.raw().digest())
                        .number(receipt.raw().size()),
                Demand.newOr(CommitResult.ALREADY_RECEIVED));
    }

    Optional<Receipt> find(Connection connection, TenantId tenant, MessageKey key) throws SQLException {
        return db.first(
                connection,
                select + "key_digest = ?",
                p -> p.text(tenant.value()).text(digest(key)),
                row -> read(tenant, row));
    }

    Optional<Receipt> find(Connection connection, TenantId tenant, MessageId message) throws SQLException {
        return db.first(
                connection,
                select + "message = ?",
                p -> p.text(tenant.value()).id(message.value()),
                row -> read(tenant, row));
    }

    List<Receipt> list(
            Connection connection, TenantId tenant, Disposition disposition, Optional<Receipt> after, int limit)
            throws SQLException {
        return db.list(
                connection,
                select + "disposition = ?" + (after.isPresent() ? AFTER : "")
                        + " ORDER BY taken_at, channel, mailbox, message_key LIMIT ?",
                p -> {
                    p.text(tenant.value()).constant(disposition);
                    if (after.isPresent()) {
                        Receipt last = after.get();
                        String channel = last.key().mailbox().channel().name();
                        String mailbox = last.key().mailbox().value();
                        p.at(last.at())
                                .at(last.at())
                                .text(channel)
                                .text(channel)
                                .text(mailbox)
                                .text(mailbox)
                                .text(last.key().value());
                    }
                    p.number(limit);
                },
                row -> read(tenant, row));
    }

    private static String digest(MessageKey key) {
        return Digest.of(key.mailbox().channel().name(), key.mailbox().value(), key.value());
    }

    private static Receipt read(TenantId tenant, Row row) throws SQLException {
        Address mailbox = new Address(new Channel(row.text("channel")), row.text("mailbox"));
        return new Receipt(
                tenant,
                new MessageKey(mailbox, row.text("message_key")),
                row.at("taken_at"),
                row.constant(Disposition.class, "disposition"),
                row.text("reason"),
                row.optionalId("ticket").map(TicketId::new),
                row.optionalId("message").map(MessageId::new),
                new ContentRef(row.text("raw_digest"), row.number("raw_size")));
    }
}
