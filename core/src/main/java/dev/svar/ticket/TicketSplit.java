package dev.svar.ticket;

import dev.svar.contact.Actor;
import dev.svar.contact.ContactId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.util.List;

/**
 * The wish that some messages of a ticket become a ticket of their own. They are copied: the ticket keeps them too.
 *
 * @param by who splits
 * @param number the new ticket's number, fresh from the store
 * @param subject the new ticket's subject, one line of at most {@value TicketCommand#MAX_SUBJECT_LENGTH} characters
 * @param requester who asks in the new ticket
 * @param messages which messages, in order, each once; among them one that a customer wrote
 */
public record TicketSplit(
        Actor by, TicketNumber number, String subject, ContactId requester, List<CopiedMessage> messages) {
    /** The most messages that can be split off at once. */
    public static final int MAX_MESSAGES = 200;

    /**
     * One of the messages.
     *
     * @param original the message of the ticket
     * @param copy the id of its copy
     * @param role what it is to the ticket
     */
    public record CopiedMessage(MessageId original, MessageId copy, MessageRole role) {}

    /**
     * Checks and copies.
     *
     * @param by who splits
     * @param number the new ticket's number, fresh from the store
     * @param subject the new ticket's subject
     * @param requester who asks in the new ticket
     * @param messages which messages, in order; among them one that a customer wrote
     */
    public TicketSplit {
        Check.line("subject", subject, TicketCommand.MAX_SUBJECT_LENGTH);
        messages = List.copyOf(Check.size("split.messages", messages, MAX_MESSAGES));
        if (messages.stream().noneMatch(m -> m.role() == MessageRole.CUSTOMER)) {
            throw new InvalidValueException(
                    "split.messages", "holds none that a customer wrote, a ticket must begin with what somebody asks");
        } else if (messages.stream().map(CopiedMessage::original).distinct().count() < messages.size()
                || messages.stream().map(CopiedMessage::copy).distinct().count() < messages.size()) {
            throw new InvalidValueException("split.messages", "names a message twice, each can be copied once");
        }
    }
}
