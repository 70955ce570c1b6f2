package dev.svar.delivery;

import dev.svar.contact.Address;
import dev.svar.contact.TenantId;
import dev.svar.error.Check;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known against writing to an address. It {@linkplain #holds holds} until it ends; one that has ended, or that only
 * counts soft bounces so far, keeps nobody from being written to.
 *
 * @param tenant whose
 * @param address which
 * @param cause why
 * @param said what the channel or a person said, possibly empty; cut to {@value Delivery#MAX_DETAIL_LENGTH} characters
 * @param softBounces when messages to it came back lately, the first first; at most {@value #MAX_SOFT_BOUNCES}
 * @param since since when
 * @param until until when, or empty for ever
 * @param delivery the delivery that told of it, if one did
 * @param version counts the changes, from 1
 */
public record Suppression(
        TenantId tenant,
        Address address,
        Cause cause,
        String said,
        List<Instant> softBounces,
        Instant since,
        Optional<Instant> until,
        Optional<DeliveryId> delivery,
        long version) {
    /** The most soft bounces that are counted. */
    public static final int MAX_SOFT_BOUNCES = 20;

    /** Why somebody is not written to. */
    public enum Cause {
        /** A message came back: there is nobody there. */
        HARD_BOUNCE,
        /** Several messages came back within a while. */
        SOFT_BOUNCES,
        /** The recipient complained. */
        COMPLAINT,
        /** Somebody of the host said so. */
        MANUAL
    }

    /**
     * Cuts what was said.
     *
     * @param tenant whose
     * @param address which
     * @param cause why
     * @param said what the channel or a person said, possibly empty
     * @param softBounces when messages to it came back lately, the first first
     * @param since since when
     * @param until until when, or empty for ever
     * @param delivery the delivery that told of it, if one did
     * @param version counts the changes, from 1
     */
    public Suppression {
        said = said.length() > Delivery.MAX_DETAIL_LENGTH ? said.substring(0, Delivery.MAX_DETAIL_LENGTH) : said;
        softBounces = List.copyOf(Check.size("suppression.softBounces", softBounces, MAX_SOFT_BOUNCES));
        Check.range("suppression.version", version, 1, Long.MAX_VALUE);
    }

    /**
     * Whether it keeps the address from being written to.
     *
     * @param now when
     * @return true until it ends
     */
    public boolean holds(Instant now) {
        return until.map(now::isBefore).orElse(true);
    }

    /** {@return why, for people to read} */
    public String reason() {
        String why = cause.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return said.isEmpty() ? why : why + ": " + said;
    }

    /** {@return that it is there and why, without what was said} */
    @Override
    public String toString() {
        return cause + " since " + since + until.map(at -> " until " + at).orElse("");
    }
}
