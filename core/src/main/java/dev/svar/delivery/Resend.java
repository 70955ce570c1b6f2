package dev.svar.delivery;

import dev.svar.error.Check;
import java.time.Instant;

/**
 * That a delivery was planned once more after it had come to an end, and what that end was.
 *
 * @param why why it is sent again, for people to read; one line of at most {@value #MAX_REASON_LENGTH} characters
 * @param from where it stood
 * @param attempts how many hand-overs had been begun by then
 * @param code the channel's code by then, possibly empty
 * @param detail what the channel had said by then, possibly empty
 * @param at when it was planned again
 */
public record Resend(String why, DeliveryState from, int attempts, String code, String detail, Instant at) {
    /** The most characters of a reason. */
    public static final int MAX_REASON_LENGTH = 200;

    /** Why a desk sends again what it was told to send again when it is uncertain. */
    public static final String BY_POLICY = "resent by policy";

    /**
     * Checks the reason.
     *
     * @param why why it is sent again, for people to read
     * @param from where it stood
     * @param attempts how many hand-overs had been begun by then
     * @param code the channel's code by then, possibly empty
     * @param detail what the channel had said by then, possibly empty
     * @param at when it was planned again
     */
    public Resend {
        Check.line("resend.why", why, MAX_REASON_LENGTH);
    }
}
