package dev.svar.jdbc;

import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.MailingId;
import dev.svar.store.CommitResult;
import dev.svar.store.DeliveryChange;
import dev.svar.ticket.TicketId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The ledger of deliveries. */
final class DeliveryRows {
    private static final String COLUMNS =
            "id, ticket, mailing, kind, reason, message, state, attempts, code, detail, reference, resends,"
                    + " digest, deferred_since, planned_at, updated_at";

    private static final int SAME_REFERENCE = 20;

    private final Dialect dialect;
    private final Sql db;
    private final String table;
    private final String insert;
    private final String update;
    private final String select;
    private final String count;

    DeliveryRows(Dialect dialect, String prefix) {
        this.dialect = dialect;
        this.db = new Sql(dialect);
        this.table = prefix + "delivery";
        this.insert = "INSERT INTO " + prefix + "delivery (tenant, message_digest, " + COLUMNS + ") VALUES ("
                + Sql.marks(18) + ")";
        this.update = "UPDATE " + prefix + "delivery SET state = ?, attempts = ?, code = ?, detail = ?, reference = ?,"
                + " resends = ?, deferred_since = ?, updated_at = ?"
                + " WHERE tenant = ? AND id = ? AND state = ?";
        this.count = "SELECT mailing_state, COUNT(*) AS deliveries FROM " + prefix
                + "delivery WHERE tenant = ? AND mailing = ? GROUP BY mailing_state";
        this.select = "SELECT " + COLUMNS + " FROM " + prefix + "delivery WHERE tenant = ? AND ";
    }

    void add(Script script, TenantId tenant, Collection<Delivery> deliveries) {
        script.addAll(
                insert,
                deliveries,
                (p, d) -> p.text(tenant.value())
                        .text(Digest.of(d.message().messageId()))
                        .id(d.id().value())
                        .id(d.ticket().map(TicketId::value))
                        .id(d.mailing().map(MailingId::value))
                        .text(d.kind())
                        .text(d.reason())
                        .json(ValueJson.outbound(d.message()))
                        .constant(d.state())
                        .number(d.attempts())
                        .text(d.code())
                        .text(d.detail())
                        .text(d.reference())
                        .text(ValueJson.resends(d.resends()))
                        .text(d.digest().map(dev.svar.delivery.Digest::text))
                        .at(d.deferredSince())
                        .at(d.plannedAt())
                        .at(d.updatedAt()),
                Demand.newOr(CommitResult.STALE));
    }

    /** Moves deliveries on; what a delivery is about never changes. */
    void update(Script script, TenantId tenant, Collection<DeliveryChange> changes) {
        script.addAll(
                update,
                changes,
                (p, c) -> p.constant(c.after().state())
                        .number(c.after().attempts())
                        .text(c.after().code())
                        .text(c.after().detail())
                        .text(c.after().reference())
                        .text(ValueJson.resends(c.after().resends()))
                        .at(c.after().deferredSince())
                        .at(c.after().updatedAt())
                        .text(tenant.value())
                        .id(c.after().id().value())
                        .constant(c.expected()),
                Demand.oneOr(CommitResult.STALE));
    }

    Optional<Delivery> find(Connection connection, TenantId tenant, DeliveryId id) throws SQLException {
        return db.first(
                connection, select + "id = ?", p -> p.text(tenant.value()).id(id.value()), row -> read(tenant, row));
    }

    Set<DeliveryId> known(Connection connection, TenantId tenant, Set<DeliveryId> ids) throws SQLException {
        Set<DeliveryId> known = new HashSet<>();
        for (List<DeliveryId> some : Sql.chunks(List.copyOf(ids))) {
            Keys<UUID> asked = Keys.ofIds(
                    dialect, tenant, some.stream().map(DeliveryId::value).toList());
            known.addAll(db.list(
                    connection,
                    "SELECT id FROM " + table + " WHERE " + asked.in("id"),
                    asked::bind,
                    row -> new DeliveryId(row.id("id"))));
        }
        return known;
    }

    Optional<Delivery> find(Connection connection, TenantId tenant, String messageId) throws SQLException {
        return db.first(
                connection,
                select + "message_digest = ? ORDER BY planned_at DESC, id DESC LIMIT 1",
                p -> p.text(tenant.value()).text(Digest.of(messageId)),
                row -> read(tenant, row));
    }

    /** Gateways count for themselves, so a few of them may call different messages the same. */
    Optional<Delivery> find(Connection connection, TenantId tenant, Channel channel, String reference)
            throws SQLException {
        return db
                .list(
                        connection,
                        select + "reference = ? ORDER BY planned_at DESC, id DESC LIMIT ?",
                        p -> p.text(tenant.value()).text(reference).number(SAME_REFERENCE),
                        row -> read(tenant, row))
                .stream()
                .filter(delivery -> delivery.message().to().channel().equals(channel))
                .findFirst();
    }

    List<Delivery> latest(Connection connection, TenantId tenant, TicketId ticket, int limit) throws SQLException {
        List<Delivery> latestFirst = db.list(
                connection,
                select + "ticket = ? ORDER BY planned_at DESC, id DESC LIMIT ?",
                p -> p.text(tenant.value()).id(ticket.value()).number(limit),
                row -> read(tenant, row));
        List<Delivery> latestLast = new ArrayList<>(latestFirst);
        Collections.reverse(latestLast);
        return latestLast;
    }

    /** Each state is a range of its own in the index; what they give is put in order here. */
    List<Delivery> page(
            Connection connection,
            TenantId tenant,
            MailingId mailing,
            Set<DeliveryState> states,
            Optional<DeliveryId> after,
            int limit)
            throws SQLException {
        List<Delivery> found = new ArrayList<>();
        for (DeliveryState state : states) {
            found.addAll(inState(connection, tenant, mailing, state, after, limit));
        }
        return found.stream()
                .sorted(Comparator.comparing(delivery -> delivery.id().toString()))
                .limit(limit)
                .toList();
    }

    private List<Delivery> inState(
            Connection connection,
            TenantId tenant,
            MailingId mailing,
            DeliveryState state,
            Optional<DeliveryId> after,
            int limit)
            throws SQLException {
        return db.list(
                connection,
                select + "mailing = ? AND mailing_state = ?" + (after.isPresent() ? " AND id > ?" : "")
                        + " ORDER BY id LIMIT ?",
                p -> {
                    p.text(tenant.value()).id(mailing.value()).constant(state);
                    if (after.isPresent()) {
                        p.id(after.get().value());
                    }
                    p.number(limit);
                },
                row -> read(tenant, row));
    }

    List<Delivery> heldFor(Connection connection, TenantId tenant, dev.svar.delivery.Digest digest, int limit)
            throws SQLException {
        return db.list(
                connection,
                select + "digest = ? AND state = ? ORDER BY planned_at, id LIMIT ?",
                p -> p.text(tenant.value())
                        .text(digest.text())
                        .constant(DeliveryState.PLANNED)
                        .number(limit),
                row -> read(tenant, row));
    }

    List<Delivery> joinedIn(
            Connection connection, TenantId tenant, dev.svar.delivery.Digest digest, String messageId, int limit)
            throws SQLException {
        return db.list(
                connection,
                select + "digest = ? AND state = ? AND detail = ? ORDER BY planned_at, id LIMIT ?",
                p -> p.text(tenant.value())
                        .text(digest.text())
                        .constant(DeliveryState.JOINED)
                        .text(messageId)
                        .number(limit),
                row -> read(tenant, row));
    }

    Map<DeliveryState, Long> count(Connection connection, TenantId tenant, MailingId mailing) throws SQLException {
        Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);
        db.list(
                        connection,
                        count,
                        p -> p.text(tenant.value()).id(mailing.value()),
                        row -> Map.entry(row.constant(DeliveryState.class, "mailing_state"), row.number("deliveries")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private static Delivery read(TenantId tenant, Row row) throws SQLException {
        return new Delivery(
                new DeliveryId(row.id("id")),
                tenant,
                row.optionalId("ticket").map(TicketId::new),
                row.optionalId("mailing").map(MailingId::new),
                row.text("kind"),
                row.text("reason"),
                ValueJson.outbound(row.json("message")),
                row.constant(DeliveryState.class, "state"),
                (int) row.number("attempts"),
                row.text("code"),
                row.text("detail"),
                row.optionalText("reference"),
                ValueJson.resends(row.optionalText("resends")),
                row.optionalText("digest").map(dev.svar.delivery.Digest::parse),
                row.optionalAt("deferred_since"),
                row.at("planned_at"),
                row.at("updated_at"));
    }
}
