package dev.svar.message;

import dev.svar.contact.Address;
import dev.svar.error.Check;
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
 * @param unsubscribe where its reader can say that he wants no more of its kind, if he can
 * @param returnPath where reports go that it did not arrive, if not to {@code from}: an address that names this very delivery
 * @param html the same as the text in HTML, for channels that show it, if there is any
 * @param files what goes with it; those with a Content-ID are shown by the HTML. A transport gets their bytes elsewhere
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
        boolean automatic,
        Optional<UnsubscribeAddress> unsubscribe,
        Optional<Address> returnPath,
        Optional<String> html,
        List<Attachment> files) {
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
     * @param unsubscribe where its reader can say that he wants no more of its kind, if he can
     * @param returnPath where reports go that it did not arrive, if not to {@code from}
     * @param html the same as the text in HTML, for channels that show it, if there is any
     * @param files what goes with it; those with a Content-ID are shown by the HTML
     */
    public OutboundMessage {
        references = List.copyOf(references);
        html.ifPresent(h -> Check.length("outbound.html", h, Message.MAX_TEXT_LENGTH));
        files = List.copyOf(Check.size("outbound.files", files, Message.MAX_ATTACHMENTS));
    }

    /**
     * A message of plain text that nobody can be unsubscribed from, and whose reports go to its sender.
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
    public OutboundMessage(
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
        this(
                messageId,
                from,
                fromName,
                replyTo,
                to,
                subject,
                text,
                inReplyTo,
                references,
                automatic,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /**
     * The same with a way to be unsubscribed.
     *
     * @param where where its reader can say that he wants no more of its kind
     * @return the message
     */
    public OutboundMessage unsubscribe(UnsubscribeAddress where) {
        return with(Optional.of(where), returnPath, html, files);
    }

    /**
     * The same with another address for reports that it did not arrive.
     *
     * @param reports the address
     * @return the message
     */
    public OutboundMessage returnPath(Address reports) {
        return with(unsubscribe, Optional.of(reports), html, files);
    }

    /**
     * The same with HTML beside its text, and with files.
     *
     * @param written the same as the text in HTML, if there is any
     * @param attached what goes with it
     * @return the message
     */
    public OutboundMessage showing(Optional<String> written, List<Attachment> attached) {
        return with(unsubscribe, returnPath, written, attached);
    }

    private OutboundMessage with(
            Optional<UnsubscribeAddress> where,
            Optional<Address> reports,
            Optional<String> written,
            List<Attachment> attached) {
        return new OutboundMessage(
                messageId,
                from,
                fromName,
                replyTo,
                to,
                subject,
                text,
                inReplyTo,
                references,
                automatic,
                where,
                reports,
                written,
                attached);
    }

    /** {@return its Message-ID and recipient, without what it says} */
    @Override
    public String toString() {
        return messageId + " to " + to;
    }
}
