package dev.svar.message;

import dev.svar.error.Check;

/**
 * A message that arrived and could not be read. The desk keeps it in quarantine.
 *
 * @param key what makes it the same message when it comes again
 * @param raw the message exactly as it arrived
 * @param reason why it could not be read, one line of at most {@value #MAX_REASON_LENGTH} characters
 */
public record UnreadableMessage(MessageKey key, Content raw, String reason) implements Incoming {
    /** The most characters a reason may have. */
    public static final int MAX_REASON_LENGTH = 500;

    /**
     * Checks the reason.
     *
     * @param key what makes it the same message when it comes again
     * @param raw the message exactly as it arrived
     * @param reason why it could not be read, one line of at most {@value #MAX_REASON_LENGTH} characters
     */
    public UnreadableMessage {
        Check.line("unreadable.reason", reason, MAX_REASON_LENGTH);
    }
}
