package dev.svar;

import dev.svar.contact.TenantId;
import dev.svar.message.Attachment;
import dev.svar.message.FormattedText;
import dev.svar.message.InboundMessage;
import dev.svar.message.Message;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.TicketTokens;
import java.util.List;
import java.util.Optional;

/** What will be a message once a ticket's event adds it. */
record Draft(
        MessageId id,
        Optional<String> messageId,
        String visibleText,
        String fullText,
        Optional<String> html,
        List<Attachment> attachments,
        Optional<Message> original) {

    static Draft of(MessageId id, InboundMessage inbound) {
        return new Draft(
                id,
                inbound.messageId(),
                inbound.visibleText(),
                inbound.fullText(),
                inbound.html(),
                inbound.attachments(),
                Optional.empty());
    }

    /** The same without the tokens that its writer quoted: they were given to one person, and more than one reads it. */
    Draft redacted(TicketTokens tokens, TenantId tenant) {
        return new Draft(
                id,
                messageId,
                tokens.redacted(visibleText, tenant),
                tokens.redacted(fullText, tenant),
                html.map(h -> tokens.redacted(h, tenant)),
                attachments,
                original);
    }

    static Draft ofText(MessageId id, String text) {
        return new Draft(id, Optional.empty(), text, text, Optional.empty(), List.of(), Optional.empty());
    }

    static Draft ofText(MessageId id, FormattedText words) {
        return new Draft(
                id,
                Optional.empty(),
                words.text(),
                words.text(),
                Optional.of(words.html()),
                List.of(),
                Optional.empty());
    }

    Draft with(List<Attachment> files) {
        return new Draft(id, messageId, visibleText, fullText, html, files, original);
    }

    /** A copy keeps who wrote it and when. */
    static Draft copyOf(Message original, MessageId id) {
        return new Draft(
                id,
                original.messageId(),
                original.visibleText(),
                original.fullText(),
                original.html(),
                original.attachments(),
                Optional.of(original));
    }

    Message addedBy(RecordedEvent event, TenantId tenant, MessageRole role) {
        return new Message(
                id,
                tenant,
                event.ticket(),
                event.sequence(),
                role,
                original.map(Message::by).orElse(event.by()),
                original.map(Message::at).orElse(event.at()),
                messageId,
                visibleText,
                fullText,
                html,
                attachments);
    }
}
