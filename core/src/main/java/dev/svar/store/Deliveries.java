package dev.svar.store;

import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.ticket.TicketId;
import java.util.List;
import java.util.Optional;

/** Port: the ledger of deliveries. */
public interface Deliveries {
    /**
     * Finds a delivery.
     *
     * @param tenant whose
     * @param id its id
     * @return the delivery
     */
    Optional<Delivery> delivery(TenantId tenant, DeliveryId id);

    /**
     * Finds a delivery by its message's Message-ID.
     *
     * @param tenant whose
     * @param messageId with angle brackets
     * @return the delivery
     */
    Optional<Delivery> deliveryOf(TenantId tenant, String messageId);

    /**
     * Lists a ticket's deliveries.
     *
     * @param tenant whose
     * @param ticket which
     * @param limit the most deliveries
     * @return the latest ones, in the order in which they were planned, then of their ids' text
     */
    List<Delivery> deliveries(TenantId tenant, TicketId ticket, int limit);
}
