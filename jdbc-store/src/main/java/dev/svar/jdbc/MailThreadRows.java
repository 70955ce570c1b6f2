package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.ticket.TicketId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** To which ticket a Message-ID belongs. Mail comes twice and its ids can be forged, so a second ticket is no error. */
final class MailThreadRows {
    private final Dialect dialect;
    private final Sql db;
    private final String table;
    private final String insert;

    /** The ticket that the Message-ID with this digest belongs to. */
    record MailThread(String digest, TicketId ticket) {}

    MailThreadRows(Dialect dialect, String prefix) {
        this.dialect = dialect;
        this.db = new Sql(dialect);
        this.table = prefix + "mail_thread";
        this.insert = "INSERT INTO " + table + " (tenant, message_digest, ticket) VALUES (?, ?, ?)";
    }

    /** Adds those that are not known. */
    void add(Script script, TenantId tenant, Map<String, TicketId> ticketsByMessageId) throws SQLException {
        SortedMap<String, TicketId> byDigest = new TreeMap<>();
        ticketsByMessageId.forEach((messageId, ticket) -> byDigest.putIfAbsent(Digest.of(messageId), ticket));
        if (!dialect.insertsIfAbsent()) {
            List<String> digests = List.copyOf(byDigest.keySet());
            byDigest.keySet()
                    .removeAll(find(script.connection(), tenant, digests).keySet());
        }
        script.addAll(
                dialect.insertsIfAbsent() ? insert + " ON CONFLICT DO NOTHING" : insert,
                byDigest.entrySet(),
                (p, e) ->
                        p.text(tenant.value()).text(e.getKey()).id(e.getValue().value()),
                Demand.NONE);
    }

    /** Adds tickets by the digests of Message-IDs that are not known. */
    void load(Script script, TenantId tenant, Collection<MailThread> threads) {
        script.addAll(
                insert,
                threads,
                (p, thread) -> p.text(tenant.value())
                        .text(thread.digest())
                        .id(thread.ticket().value()),
                Demand.NONE);
    }

    List<TicketId> tickets(Connection connection, TenantId tenant, List<String> messageIds) throws SQLException {
        Map<String, String> digests = new LinkedHashMap<>();
        messageIds.forEach(id -> digests.put(id, Digest.of(id)));
        Map<String, TicketId> found = find(connection, tenant, List.copyOf(digests.values()));
        return digests.values().stream()
                .filter(found::containsKey)
                .map(found::get)
                .distinct()
                .toList();
    }

    private Map<String, TicketId> find(Connection connection, TenantId tenant, List<String> digests)
            throws SQLException {
        Map<String, TicketId> found = new HashMap<>();
        for (List<String> some : Sql.chunks(digests)) {
            Keys<String> asked = Keys.of(dialect, tenant, some);
            String sql = "SELECT message_digest, ticket FROM " + table + " WHERE " + asked.in("message_digest");
            db.list(
                            connection,
                            sql,
                            asked::bind,
                            row -> Map.entry(row.text("message_digest"), new TicketId(row.id("ticket"))))
                    .forEach(e -> found.put(e.getKey(), e.getValue()));
        }
        return found;
    }
}
