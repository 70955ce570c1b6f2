package dev.svar;

import dev.svar.contact.TenantId;
import dev.svar.message.Attachment;
import dev.svar.message.InboundMessage;
import dev.svar.message.Message;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.RecordedEvent;
import java.util.List;
import java.util.Optional;

/** What will be a message once a ticket's event adds it. */
record Draft(
        MessageId id,
        Optional<String> messageId,
        String visibleText,
        String fullText,
        Optional<String> html,
        List<Attachment> attachments) {

    static Draft of(MessageId id, InboundMessage inbound) {
        return new Draft(
                id,
                inbound.messageId(),
                inbound.visibleText(),
                inbound.fullText(),
                inbound.html(),
                inbound.attachments());
    }

    static Draft ofText(MessageId id, String text) {
        return new Draft(id, Optional.empty(), text, text, Optional.empty(), List.of());
    }

    Message addedBy(RecordedEvent event, TenantId tenant, MessageRole role) {
        return new Message(
                id,
                tenant,
                event.ticket(),
                event.sequence(),
                role,
                event.by(),
                event.at(),
                messageId,
                visibleText,
                fullText,
                html,
                attachments);
    }
}
