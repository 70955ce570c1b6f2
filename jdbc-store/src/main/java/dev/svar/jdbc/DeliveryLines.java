package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.MailingId;
import dev.svar.ticket.TicketId;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * The ledger of deliveries, each in the state that it has. One that is CLAIMED becomes UNCERTAIN when its work is claimed, as
 * after any interruption.
 */
final class DeliveryLines extends RowLines<Delivery> {
    private final DeliveryRows rows;

    DeliveryLines(String prefix, DeliveryRows rows) {
        super(
                "delivery",
                new RowPages(
                        prefix + "delivery",
                        List.of(KeyColumn.id("id")),
                        "ticket, mailing, kind, reason, message, state, attempts, code, detail, reference, resends,"
                                + " digest, deferred_since, planned_at, updated_at"));
        this.rows = rows;
    }

    @Override
    void put(Row row, JsonObject line) throws SQLException {
        line.put("id", row.id("id"))
                .put("ticket", row.optionalId("ticket").map(UUID::toString))
                .put("mailing", row.optionalId("mailing").map(UUID::toString))
                .put("notice", row.text("kind"))
                .put("reason", row.text("reason"))
                .put("state", row.text("state"))
                .put("attempts", row.number("attempts"))
                .put("code", row.text("code"))
                .put("detail", row.text("detail"))
                .put("reference", row.optionalText("reference"))
                .put("resends", row.optionalText("resends"))
                .put("digest", row.optionalText("digest"))
                .put("deferredSince", row.optionalAt("deferred_since").map(WrittenTime::text))
                .put("plannedAt", row.at("planned_at"))
                .put("updatedAt", row.at("updated_at"))
                .put("message", row.json("message"));
    }

    @Override
    Delivery read(TenantId tenant, JsonObject line) {
        return new Delivery(
                new DeliveryId(line.id("id")),
                tenant,
                line.optionalId("ticket").map(TicketId::new),
                line.optionalId("mailing").map(MailingId::new),
                line.text("notice"),
                line.text("reason"),
                ValueJson.outbound(line.object("message")),
                line.constant(DeliveryState.class, "state"),
                line.smallNumber("attempts"),
                line.text("code"),
                line.text("detail"),
                line.optionalText("reference"),
                ValueJson.resends(line.optionalText("resends")),
                line.optionalText("digest").map(dev.svar.delivery.Digest::parse),
                line.optionalAt("deferredSince"),
                line.at("plannedAt"),
                line.at("updatedAt"));
    }

    @Override
    void insert(Script script, TenantId tenant, List<Delivery> deliveries) {
        rows.add(script, tenant, deliveries);
    }
}
