package dev.svar.store;

import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.Digest;
import dev.svar.delivery.MailingId;
import dev.svar.ticket.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
     * Looks which deliveries there are.
     *
     * @param tenant whose
     * @param ids which are looked for
     * @return those that are there
     */
    Set<DeliveryId> knownDeliveries(TenantId tenant, Set<DeliveryId> ids);

    /**
     * Finds a delivery by its message's Message-ID.
     *
     * @param tenant whose
     * @param messageId with angle brackets
     * @return the delivery
     */
    Optional<Delivery> deliveryOf(TenantId tenant, String messageId);

    /**
     * Finds a delivery by what the gateway calls its message.
     *
     * @param tenant whose
     * @param channel the channel of the recipient
     * @param reference the delivery's {@link Delivery#reference}, exactly
     * @return the delivery; of several the one that was planned last
     */
    Optional<Delivery> deliveryByReference(TenantId tenant, Channel channel, String reference);

    /**
     * Lists a ticket's deliveries.
     *
     * @param tenant whose
     * @param ticket which
     * @param limit the most deliveries
     * @return the latest ones, in the order in which they were planned, then of their ids' text
     */
    List<Delivery> deliveries(TenantId tenant, TicketId ticket, int limit);

    /**
     * Lists a mailing's deliveries.
     *
     * @param tenant whose
     * @param mailing which
     * @param states only those that stand there
     * @param after only those behind this one, as known from the page before
     * @param limit the most deliveries
     * @return the deliveries in the order of their ids' text
     */
    List<Delivery> deliveries(
            TenantId tenant, MailingId mailing, Set<DeliveryState> states, Optional<DeliveryId> after, int limit);

    /**
     * Lists what is held for one letter.
     *
     * @param tenant whose
     * @param digest for which
     * @param limit the most deliveries
     * @return those of them that are {@link DeliveryState#PLANNED}, in the order in which they were planned, then of their ids' text
     */
    List<Delivery> heldFor(TenantId tenant, Digest digest, int limit);

    /**
     * Lists what was told in one letter.
     *
     * @param tenant whose
     * @param digest for which they were held
     * @param messageId the Message-ID of that letter, which is their {@link Delivery#detail}
     * @param limit the most deliveries
     * @return those of them that are {@link DeliveryState#JOINED}, in the order in which they were planned, then of their ids' text
     */
    List<Delivery> joinedIn(TenantId tenant, Digest digest, String messageId, int limit);

    /**
     * Counts a mailing's deliveries.
     *
     * @param tenant whose
     * @param mailing which
     * @return how many stand where; a state that none has is not in it
     */
    Map<DeliveryState, Long> deliveryCounts(TenantId tenant, MailingId mailing);
}
