package dev.svar.delivery;

import dev.svar.contact.TenantId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.message.OutboundMessage;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One message to one recipient and what became of it. The methods are the only ways from one state to the next.
 *
 * @param id its id
 * @param tenant whose it is
 * @param ticket the ticket that it is about, if it is about one
 * @param mailing the mailing that it is one of, if it is one of a mailing; exactly one of both is there
 * @param kind what it tells, for example {@code acknowledged}; one line of at most {@value #MAX_KIND_LENGTH} characters
 * @param reason why this recipient gets it, for people to read
 * @param message the finished message
 * @param state where it stands
 * @param attempts how often a hand-over was begun
 * @param code the channel's latest code, possibly empty
 * @param detail what the channel said last, possibly empty; at most {@value #MAX_DETAIL_LENGTH} characters
 * @param plannedAt when it was planned
 * @param updatedAt when its state changed last
 */
public record Delivery(
        DeliveryId id,
        TenantId tenant,
        Optional<TicketId> ticket,
        Optional<MailingId> mailing,
        String kind,
        String reason,
        OutboundMessage message,
        DeliveryState state,
        int attempts,
        String code,
        String detail,
        Instant plannedAt,
        Instant updatedAt) {
    /** The most characters of a kind. */
    public static final int MAX_KIND_LENGTH = 64;

    /** The most characters kept of what a channel said; the rest is cut. */
    public static final int MAX_DETAIL_LENGTH = 500;

    /**
     * The most hand-overs that are begun before a delivery that is only deferred counts as failed: with the pauses between
     * them they span about four days, as RFC 5321 asks for.
     */
    public static final int MAX_ATTEMPTS = 24;

    private static final Backoff BACKOFF = new Backoff(Duration.ofMinutes(1), Duration.ofHours(6));

    /**
     * Checks what it is about and the kind, and cuts the detail.
     *
     * @param id its id
     * @param tenant whose it is
     * @param ticket the ticket that it is about, if it is about one
     * @param mailing the mailing that it is one of, if it is one of a mailing; exactly one of both is there
     * @param kind what it tells, for example {@code acknowledged}
     * @param reason why this recipient gets it, for people to read
     * @param message the finished message
     * @param state where it stands
     * @param attempts how often a hand-over was begun
     * @param code the channel's latest code, possibly empty
     * @param detail what the channel said last, possibly empty
     * @param plannedAt when it was planned
     * @param updatedAt when its state changed last
     * @throws InvalidValueException if it is about neither a ticket nor a mailing or about both, or the kind is none
     */
    public Delivery {
        if (ticket.isPresent() == mailing.isPresent()) {
            throw new InvalidValueException("delivery.ticket", "a delivery is about a ticket or one of a mailing");
        }
        Check.line("delivery.kind", kind, MAX_KIND_LENGTH);
        detail = detail.length() > MAX_DETAIL_LENGTH ? detail.substring(0, MAX_DETAIL_LENGTH) : detail;
    }

    /**
     * A delivery about a ticket that is to be tried.
     *
     * @param id its id
     * @param tenant whose it is
     * @param ticket the ticket that it is about
     * @param kind what it tells
     * @param reason why this recipient gets it
     * @param message the finished message
     * @param now when
     * @return the delivery
     */
    public static Delivery planned(
            DeliveryId id,
            TenantId tenant,
            TicketId ticket,
            String kind,
            String reason,
            OutboundMessage message,
            Instant now) {
        return planned(id, tenant, Optional.of(ticket), Optional.empty(), kind, reason, message, now);
    }

    /**
     * A delivery of a mailing that is to be tried.
     *
     * @param id its id
     * @param tenant whose it is
     * @param mailing the mailing that it is one of
     * @param kind what it tells
     * @param reason why this recipient gets it
     * @param message the finished message
     * @param now when
     * @return the delivery
     */
    public static Delivery planned(
            DeliveryId id,
            TenantId tenant,
            MailingId mailing,
            String kind,
            String reason,
            OutboundMessage message,
            Instant now) {
        return planned(id, tenant, Optional.empty(), Optional.of(mailing), kind, reason, message, now);
    }

    private static Delivery planned(
            DeliveryId id,
            TenantId tenant,
            Optional<TicketId> ticket,
            Optional<MailingId> mailing,
            String kind,
            String reason,
            OutboundMessage message,
            Instant now) {
        return new Delivery(
                id, tenant, ticket, mailing, kind, reason, message, DeliveryState.PLANNED, 0, "", "", now, now);
    }

    /**
     * The hand-over begins.
     *
     * @param now when
     * @return the delivery, claimed
     */
    public Delivery claimed(Instant now) {
        return to(DeliveryState.CLAIMED, attempts + 1, "", "", now);
    }

    /**
     * The other side took it.
     *
     * @param reference what it said
     * @param now when
     * @return the delivery, accepted
     */
    public Delivery accepted(String reference, Instant now) {
        return to(DeliveryState.ACCEPTED, attempts, "", reference, now);
    }

    /**
     * It is not tried, since the recipient is not to be written to.
     *
     * @param why why, for people to read
     * @param now when
     * @return the delivery, suppressed
     */
    public Delivery suppressed(String why, Instant now) {
        return to(DeliveryState.SUPPRESSED, attempts, "", why, now);
    }

    /**
     * The channel tells that it reached the recipient.
     *
     * @param said what the channel said
     * @param now when
     * @return the delivery, delivered
     */
    public Delivery delivered(String said, Instant now) {
        return to(DeliveryState.DELIVERED, attempts, "", said, now);
    }

    /**
     * It was not taken for the time being.
     *
     * @param reasonCode the channel's code
     * @param said what the channel said
     * @param now when
     * @return the delivery, deferred, or failed after {@value #MAX_ATTEMPTS} attempts
     */
    public Delivery deferred(String reasonCode, String said, Instant now) {
        DeliveryState next = attempts < MAX_ATTEMPTS ? DeliveryState.DEFERRED : DeliveryState.FAILED;
        return to(next, attempts, reasonCode, said, now);
    }

    /**
     * It was not taken for good.
     *
     * @param reasonCode the channel's code
     * @param said what the channel said
     * @param now when
     * @return the delivery, failed
     */
    public Delivery failed(String reasonCode, String said, Instant now) {
        return to(DeliveryState.FAILED, attempts, reasonCode, said, now);
    }

    /**
     * Nobody knows whether it was taken.
     *
     * @param said what happened
     * @param now when
     * @return the delivery, uncertain
     */
    public Delivery uncertain(String said, Instant now) {
        return to(DeliveryState.UNCERTAIN, attempts, "", said, now);
    }

    /**
     * It came back.
     *
     * @param reasonCode the enhanced status code
     * @param said what the report said
     * @param now when
     * @return the delivery, bounced
     */
    public Delivery bounced(String reasonCode, String said, Instant now) {
        return to(DeliveryState.BOUNCED, attempts, reasonCode, said, now);
    }

    /**
     * When a deferred delivery is tried again: after a minute, then twice as long each time up to six hours, spread by up
     * to 20 % so that many do not come back at the same instant. The spread follows from the id, so it is the same on
     * every node.
     *
     * @return the instant of the next attempt
     */
    public Instant nextAttemptAt() {
        return updatedAt.plus(BACKOFF.after(attempts, id.value().hashCode()));
    }

    private Delivery to(DeliveryState next, int tries, String newCode, String newDetail, Instant now) {
        return new Delivery(
                id, tenant, ticket, mailing, kind, reason, message, next, tries, newCode, newDetail, plannedAt, now);
    }

    /** {@return what it is and where it stands, without what it says} */
    @Override
    public String toString() {
        String of = ticket.map(t -> " of ticket " + t).orElse("")
                + mailing.map(m -> " of mailing " + m).orElse("");
        return kind + " " + id + of + " " + state + " after " + attempts + " attempts";
    }
}
