package dev.svar.delivery;

import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.message.OutboundMessage;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 * @param reference what the gateway calls the message, if it said so when it took it; never there for mail, which is named by
 *     its Message-ID
 * @param resends what became of it before it was sent again, the first first; at most {@value #MAX_RESENDS}
 * @param digest the letter that it is held for, to be told there together with others; of that letter itself, which it is
 * @param deferredSince since when it waits after it was not taken, if it was not since it was planned last
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
        Optional<String> reference,
        List<Resend> resends,
        Optional<Digest> digest,
        Optional<Instant> deferredSince,
        Instant plannedAt,
        Instant updatedAt) {
    /** The most characters of a kind. */
    public static final int MAX_KIND_LENGTH = 64;

    /** The most characters of a gateway's reference; a longer one is not kept. */
    public static final int MAX_REFERENCE_LENGTH = 200;

    /** How often one delivery may be sent again. */
    public static final int MAX_RESENDS = 10;

    /** The most characters kept of what a channel said; the rest is cut. */
    public static final int MAX_DETAIL_LENGTH = 500;

    /**
     * The most hand-overs that are begun before a delivery that is only deferred counts as failed: with the pauses between
     * them they span about four days, as RFC 5321 asks for.
     */
    public static final int MAX_ATTEMPTS = 24;

    /** How long after it was first not taken a delivery waits at most, whatever was said, before it counts as failed. */
    public static final Duration LIFETIME = Duration.ofDays(5);

    /** The longest pause between two tries, without its spread; another side that asks for a longer one is not believed. */
    public static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    private static final Backoff BACKOFF = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);

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
     * @param reference what the gateway calls the message, if it said so when it took it
     * @param resends what became of it before it was sent again, the first first
     * @param digest the letter that it is held for, to be told there together with others
     * @param deferredSince since when it waits after it was not taken, if it was not since it was planned last
     * @param plannedAt when it was planned
     * @param updatedAt when its state changed last
     * @throws InvalidValueException if it is about neither a ticket nor a mailing or about both, or the kind is none
     */
    public Delivery {
        if (ticket.isPresent() == mailing.isPresent()) {
            throw new InvalidValueException("delivery.ticket", "a delivery is about a ticket or one of a mailing");
        }
        Check.line("delivery.kind", kind, MAX_KIND_LENGTH);
        resends = List.copyOf(Check.size("delivery.resends", resends, MAX_RESENDS));
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
                id,
                tenant,
                ticket,
                mailing,
                kind,
                reason,
                message,
                DeliveryState.PLANNED,
                0,
                "",
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                now,
                now);
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
     * @param said what it said: a gateway's reference for a later question, a mail server's words
     * @param now when
     * @return the delivery, accepted
     */
    public Delivery accepted(String said, Instant now) {
        boolean names = !message.to().channel().equals(Channel.MAIL)
                && !said.isBlank()
                && said.length() <= MAX_REFERENCE_LENGTH;
        Optional<String> named = names ? Optional.of(said) : Optional.empty();
        return with(DeliveryState.ACCEPTED, attempts, "", said, named, resends, deferredSince, now);
    }

    /**
     * What a report makes of it. One that comes late or twice changes nothing.
     *
     * @param report what the channel told
     * @param now when
     * @return the delivery where it stands then; empty if the report changes nothing of that, as a complaint never does
     */
    public Optional<Delivery> reported(DeliveryReport report, Instant now) {
        if (attempts == 0
                || state == DeliveryState.BOUNCED
                || state == DeliveryState.SUPPRESSED
                || state == DeliveryState.JOINED
                || waitsAfterBounce()) {
            return Optional.empty();
        }
        return switch (report.kind()) {
            case DELIVERED ->
                state == DeliveryState.DELIVERED || state == DeliveryState.FAILED
                        ? Optional.empty()
                        : Optional.of(delivered(report.said(), now));
            case HARD_BOUNCE, SOFT_BOUNCE -> Optional.of(bounced(report.code(), report.said(), now));
            case COMPLAINT -> Optional.empty();
        };
    }

    /**
     * Whether it came back and waits to be sent again. What comes back now was handed over before, and is known.
     *
     * @return whether it does
     */
    public boolean waitsAfterBounce() {
        return state == DeliveryState.PLANNED
                && !resends.isEmpty()
                && resends.get(resends.size() - 1).from() == DeliveryState.BOUNCED;
    }

    /**
     * It is to be sent again. It is this delivery that is sent again and not a copy of it, so that whoever has it already can
     * tell by its Message-ID, and so that of two who want it again at once only one finds it where it stood.
     *
     * @param why why, for people to read
     * @param now when
     * @return the delivery, planned
     * @throws InvalidValueException if it was sent again {@value #MAX_RESENDS} times
     */
    public Delivery resent(String why, Instant now) {
        List<Resend> all = new ArrayList<>(resends);
        all.add(new Resend(why, state, attempts, code, detail, now));
        return with(DeliveryState.PLANNED, attempts, "", "", reference, all, Optional.empty(), now);
    }

    /**
     * The same outcome for a delivery that was sent again meanwhile.
     *
     * @param meanwhile the delivery as it stands
     * @return this one with its history
     */
    public Delivery knowing(Delivery meanwhile) {
        return with(state, attempts, code, detail, reference, meanwhile.resends, deferredSince, updatedAt);
    }

    /** {@return whether it was sent again since nobody knew whether it had been taken} */
    public boolean resentByPolicy() {
        return resends.stream().anyMatch(resend -> resend.why().equals(Resend.BY_POLICY));
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
     * It is to be told together with others.
     *
     * @param letter in which letter
     * @return the delivery, held for it
     */
    public Delivery heldFor(Digest letter) {
        return new Delivery(
                id,
                tenant,
                ticket,
                mailing,
                kind,
                reason,
                message,
                state,
                attempts,
                code,
                detail,
                reference,
                resends,
                Optional.of(letter),
                deferredSince,
                plannedAt,
                updatedAt);
    }

    /**
     * It is told in another letter.
     *
     * @param messageId the Message-ID of that one
     * @param now when
     * @return the delivery, joined
     */
    public Delivery joined(String messageId, Instant now) {
        return to(DeliveryState.JOINED, attempts, "", messageId, now);
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
     * @return the delivery, deferred, or failed after {@value #MAX_ATTEMPTS} attempts since it was planned last or at the end of
     *     its {@link #LIFETIME}
     */
    public Delivery deferred(String reasonCode, String said, Instant now) {
        return tries() < MAX_ATTEMPTS
                ? waiting(attempts, reasonCode, said, now, now)
                : to(DeliveryState.FAILED, attempts, reasonCode, said, now);
    }

    /**
     * It was not taken for the time being, for a reason that has nothing to do with it: the try that was begun does not count.
     *
     * @param reasonCode the channel's code
     * @param said what the channel said
     * @param since since when it waits if it did not wait before
     * @param now when
     * @return the delivery, deferred, or failed at the end of its {@link #LIFETIME}
     */
    public Delivery postponed(String reasonCode, String said, Instant since, Instant now) {
        return waiting(attempts - 1, reasonCode, said, since, now);
    }

    private Delivery waiting(int begun, String reasonCode, String said, Instant since, Instant now) {
        Optional<Instant> from = deferredSince.or(() -> Optional.of(since));
        DeliveryState next = isOver(from, now) ? DeliveryState.FAILED : DeliveryState.DEFERRED;
        return with(next, begun, reasonCode, said, reference, resends, from, now);
    }

    /**
     * Whether it has waited for longer than its {@link #LIFETIME} since it was first not taken.
     *
     * @param now when
     * @return whether it has
     */
    public boolean isTooOld(Instant now) {
        return isOver(deferredSince, now);
    }

    private static boolean isOver(Optional<Instant> since, Instant now) {
        return since.filter(from -> !from.plus(LIFETIME).isAfter(now)).isPresent();
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
     * every node. One that has lost no try is tried again after as long as it has waited, within the same bounds.
     *
     * @return the instant of the next attempt
     */
    public Instant nextAttemptAt() {
        return updatedAt.plus(tries() > 0 ? BACKOFF.after(tries(), id.value().hashCode()) : waited());
    }

    private Duration waited() {
        Duration waited = Duration.between(deferredSince.orElse(updatedAt), updatedAt);
        return waited.compareTo(FIRST_PAUSE) < 0
                ? FIRST_PAUSE
                : waited.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : waited;
    }

    /** How often a hand-over was begun since it was planned last. */
    private int tries() {
        return resends.isEmpty()
                ? attempts
                : attempts - resends.get(resends.size() - 1).attempts();
    }

    private Delivery to(DeliveryState next, int begun, String newCode, String newDetail, Instant now) {
        return with(next, begun, newCode, newDetail, reference, resends, deferredSince, now);
    }

    private Delivery with(
            DeliveryState next,
            int begun,
            String newCode,
            String newDetail,
            Optional<String> named,
            List<Resend> again,
            Optional<Instant> since,
            Instant now) {
        return new Delivery(
                id, tenant, ticket, mailing, kind, reason, message, next, begun, newCode, newDetail, named, again,
                digest, since, plannedAt, now);
    }

    /** {@return what it is and where it stands, without what it says} */
    @Override
    public String toString() {
        String of = ticket.map(t -> " of ticket " + t).orElse("")
                + mailing.map(m -> " of mailing " + m).orElse("");
        return kind + " " + id + of + " " + state + " after " + attempts + " attempts";
    }
}
