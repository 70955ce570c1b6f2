package dev.svar.announcement;

import dev.svar.contact.TenantId;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.MailingId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * One letter to many: what it says, to whom, and how far it has come. What became of each recipient is in the ledger.
 *
 * @param id its id
 * @param tenant whose it is
 * @param version how often it was stored: 1 for a new one, higher with each change
 * @param order what it says, to whom, and how fast
 * @param state where it stands
 * @param progress how far the planning has come
 * @param createdAt when it was drafted
 * @param updatedAt when it changed last
 */
public record Mailing(
        MailingId id,
        TenantId tenant,
        long version,
        MailingOrder order,
        MailingState state,
        MailingProgress progress,
        Instant createdAt,
        Instant updatedAt) {
    /**
     * A new mailing.
     *
     * @param id its id
     * @param tenant whose it is
     * @param order what it says, to whom, and how fast
     * @param now when
     * @return a draft
     */
    public static Mailing draft(MailingId id, TenantId tenant, MailingOrder order, Instant now) {
        return new Mailing(id, tenant, 1, order, MailingState.DRAFT, MailingProgress.none(now), now, now);
    }

    /**
     * The mailing in another state.
     *
     * @param next the state
     * @param now when
     * @return the mailing, one version on
     * @throws MailingRefusedException if it may not go there from where it stands
     */
    public Mailing to(MailingState next, Instant now) {
        if (!state.mayBecome(next)) {
            throw new MailingRefusedException(id, state, next);
        }
        return new Mailing(id, tenant, version + 1, order, next, progress, createdAt, now);
    }

    /**
     * The mailing after a batch was planned: done if that was the last one.
     *
     * @param further how far the planning has come
     * @param now when
     * @return the mailing, one version on
     */
    public Mailing planned(MailingProgress further, Instant now) {
        MailingState next = further.ended() ? MailingState.DONE : state;
        return new Mailing(id, tenant, version + 1, order, next, further, createdAt, now);
    }

    /**
     * The delivery to one recipient: it follows from the mailing and from what makes the recipient one, so whoever plans it
     * again finds it.
     *
     * @param recipient what makes two recipients the same: the address in its one spelling, or the contact's id
     * @return its id, a name-based UUID (RFC 9562, version 3)
     */
    public DeliveryId deliveryTo(String recipient) {
        byte[] name = (id + "/" + recipient).getBytes(StandardCharsets.UTF_8);
        return new DeliveryId(UUID.nameUUIDFromBytes(name));
    }

    /** {@return which it is and where it stands, without what it says} */
    @Override
    public String toString() {
        return "mailing " + id + " v" + version + " " + state;
    }
}
