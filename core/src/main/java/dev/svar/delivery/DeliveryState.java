package dev.svar.delivery;

/**
 * Where a delivery stands. {@code PLANNED} and {@code DEFERRED} become {@code CLAIMED}, and that what came of the hand-over:
 * {@code ACCEPTED}, {@code DEFERRED}, {@code FAILED} or {@code UNCERTAIN}. Where the channel tells more later,
 * {@code ACCEPTED} and {@code UNCERTAIN} become {@code DELIVERED} or {@code BOUNCED}; also what was {@code DELIVERED} may still
 * come back. What is over without having arrived is {@code PLANNED} again if somebody has it {@linkplain Delivery#resent sent
 * again}. Who is not to be written to is {@code SUPPRESSED} instead of {@code PLANNED} or {@code CLAIMED}; what is held to
 * be told together with others goes from {@code PLANNED} to {@code JOINED}.
 */
public enum DeliveryState {
    /** Committed with what caused it; not tried yet. */
    PLANNED,
    /** A node is handing it over right now, or was interrupted while it did. */
    CLAIMED,
    /** The other side took it. */
    ACCEPTED,
    /** Not taken for the time being; it will be tried again. */
    DEFERRED,
    /** Not taken, and it will not be tried again. */
    FAILED,
    /** Nobody knows whether it was taken; it is held until a person decides, never sent again blindly. */
    UNCERTAIN,
    /** Taken first and given back later. */
    BOUNCED,
    /** Taken, and the channel told later that it reached the recipient. */
    DELIVERED,
    /** Not tried, since it is told in another letter, together with others; the detail names that one's Message-ID. */
    JOINED,
    /** Not tried, since the recipient is not to be written to; the detail says why. */
    SUPPRESSED;

    /**
     * Whether the desk will hand it over by itself.
     *
     * @return true before the first try and between tries
     */
    public boolean waiting() {
        return this == PLANNED || this == DEFERRED;
    }
}
