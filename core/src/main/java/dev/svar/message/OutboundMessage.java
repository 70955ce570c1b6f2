package dev.svar.message;

import dev.svar.contact.Address;
import java.util.List;
import java.util.Optional;

/**
 * A message on its way to one recipient.
 *
 * @param messageId its Message-ID with angle brackets, the same at every attempt
 * @param from the desk's address
 * @param fromName the name shown beside it
 * @param replyTo where an answer shall go
 * @param to the recipient
 * @param subject one line
 * @param text the plain text
 * @param inReplyTo the Message-ID that it answers, with angle brackets, if any
 * @param references the Message-IDs of the thread, oldest first
 * @param automatic whether no person wrote it (RFC 3834)
 */
public record OutboundMessage(
        String messageId,
        Address from,
        String fromName,
        Address replyTo,
        Address to,
        String subject,
        String text,
        Optional<String> inReplyTo,
        List<String> references,
        boolean automatic) {
    /**
     * Copies.
     *
     * @param messageId its Message-ID with angle brackets, the same at every attempt
     * @param from the desk's address
     * @param fromName the name shown beside it
     * @param replyTo where an answer shall go
     * @param to the recipient
     * @param subject one line
     * @param text the plain text
     * @param inReplyTo the Message-ID that it answers, with angle brackets, if any
     * @param references the Message-IDs of the thread, oldest first
     * @param automatic whether no person wrote it (RFC 3834)
     */
    public OutboundMessage {
        references = List.copyOf(references);
    }

    /** {@return its Message-ID and recipient, without what it says} */
    @Override
    public String toString() {
        return messageId + " to " + to;
    }
}
