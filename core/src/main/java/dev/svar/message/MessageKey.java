package dev.svar.message;

import dev.svar.contact.Address;
import dev.svar.error.Check;

/**
 * What makes an inbound message the same one when it comes again.
 *
 * @param mailbox where it arrived
 * @param value its Message-ID with a digest of its content, or one of them; one line of at most {@value #MAX_LENGTH} characters
 */
public record MessageKey(Address mailbox, String value) {
    /** The most characters a value may have: the longest line of a mail header (RFC 5322). */
    public static final int MAX_LENGTH = 998;

    /**
     * Checks the value.
     *
     * @param mailbox where it arrived
     * @param value its Message-ID with a digest of its content, or one of them
     */
    public MessageKey {
        Check.line("message.key", value, MAX_LENGTH);
    }
}
