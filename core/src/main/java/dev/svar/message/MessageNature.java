package dev.svar.message;

import java.util.List;
import java.util.Optional;

/** Who or what wrote an inbound message; every answer but a person comes with the reason. */
public sealed interface MessageNature {
    /** A person. */
    record Human() implements MessageNature {}

    /**
     * A machine answering for a person, such as an out-of-office reply. It may belong to a ticket.
     *
     * @param reason what showed it
     */
    record AutomaticReply(String reason) implements MessageNature {}

    /**
     * A machine writing to many or on its own, such as a newsletter or a notification.
     *
     * @param reason what showed it
     */
    record Bulk(String reason) implements MessageNature {}

    /**
     * A report that an earlier message did not reach somebody (RFC 3464).
     *
     * @param originalMessageId the Message-ID of the earlier message with angle brackets, if the report tells
     * @param recipients whom it is about
     */
    record Bounce(Optional<String> originalMessageId, List<BouncedRecipient> recipients) implements MessageNature {
        /**
         * Copies.
         *
         * @param originalMessageId the Message-ID of the earlier message with angle brackets, if the report tells
         * @param recipients whom it is about
         */
        public Bounce {
            recipients = List.copyOf(recipients);
        }
    }
}
