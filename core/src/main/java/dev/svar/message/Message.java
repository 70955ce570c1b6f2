package dev.svar.message;

import dev.svar.contact.Actor;
import dev.svar.contact.TenantId;
import dev.svar.error.Check;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message in a ticket. Never changed, moved or destroyed.
 *
 * @param id its id
 * @param tenant whose message it is
 * @param ticket its ticket
 * @param sequence the sequence of the ticket's event that added it: its place among the ticket's messages
 * @param role what it is to the ticket
 * @param by who wrote it
 * @param at when it joined the ticket
 * @param messageId its Message-ID header with angle brackets, if it came by mail
 * @param visibleText what a reader should see: without quoted history and signature; at most {@value #MAX_TEXT_LENGTH}
 *     characters
 * @param fullText the whole text, at most {@value #MAX_TEXT_LENGTH} characters
 * @param html the whole HTML, if it had any, as its adapter gave it: that of a mail is safe to show, of another channel maybe not
 * @param attachments its files
 */
public record Message(
        MessageId id,
        TenantId tenant,
        TicketId ticket,
        long sequence,
        MessageRole role,
        Actor by,
        Instant at,
        Optional<String> messageId,
        String visibleText,
        String fullText,
        Optional<String> html,
        List<Attachment> attachments) {
    /** The most characters that each form of the text may have; longer mail is cut, its raw form is kept whole. */
    public static final int MAX_TEXT_LENGTH = 2_000_000;

    /** The most files that a message may have. */
    public static final int MAX_ATTACHMENTS = 500;

    /**
     * Checks and copies.
     *
     * @param id its id
     * @param tenant whose message it is
     * @param ticket its ticket
     * @param sequence the sequence of the ticket's event that added it: its place among the ticket's messages
     * @param role what it is to the ticket
     * @param by who wrote it
     * @param at when it joined the ticket
     * @param messageId its Message-ID header with angle brackets, if it came by mail
     * @param visibleText what a reader should see
     * @param fullText the whole text
     * @param html the whole HTML, if it had any, as its adapter gave it: that of a mail is safe to show, of another channel maybe not
     * @param attachments its files
     */
    public Message {
        Check.length("message.visibleText", visibleText, MAX_TEXT_LENGTH);
        Check.length("message.fullText", fullText, MAX_TEXT_LENGTH);
        html.ifPresent(h -> Check.length("message.html", h, MAX_TEXT_LENGTH));
        attachments = List.copyOf(Check.size("message.attachments", attachments, MAX_ATTACHMENTS));
    }

    /** {@return its place and author, without what it says} */
    @Override
    public String toString() {
        return role + " " + id + " of ticket " + ticket + " by " + by;
    }
}
