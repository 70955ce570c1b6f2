package dev.svar;

import dev.svar.error.InvalidValueException;
import dev.svar.message.Attachment;
import dev.svar.message.ContentRef;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.TicketNumber;
import java.time.Instant;
import java.util.List;

/**
 * A ticket as one of its customers may see it: by its shape it cannot hold an internal note, an internal field or fact, or
 * anybody's address.
 *
 * @param number the ticket's number
 * @param subject its subject
 * @param status the label of its status
 * @param awaitsCustomer whether it is the customer's turn
 * @param fields the custom fields that customers see, those that have a value, in the host's order
 * @param context what the host knew when it was opened, as far as customers see it
 * @param messages what customers and agents wrote to each other, also in tickets merged into it that the customer belongs
 *     to, oldest first; of more than {@value #MAX_MESSAGES} the latest
 */
public record CustomerView(
        TicketNumber number,
        String subject,
        String status,
        boolean awaitsCustomer,
        List<PublicFact> fields,
        List<PublicFact> context,
        List<Entry> messages) {
    /** The most messages that a view shows; of a longer conversation the latest. */
    public static final int MAX_MESSAGES = 200;

    /**
     * Copies.
     *
     * @param number the ticket's number
     * @param subject its subject
     * @param status the label of its status
     * @param awaitsCustomer whether it is the customer's turn
     * @param fields the custom fields that customers see
     * @param context what the host knew when it was opened, as far as customers see it
     * @param messages what customers and agents wrote to each other, oldest first
     */
    public CustomerView {
        fields = List.copyOf(fields);
        context = List.copyOf(context);
        messages = List.copyOf(messages);
    }

    /**
     * One message.
     *
     * @param at when
     * @param from the author's name; empty if there is none, or if it is an address
     * @param role by whom: {@link MessageRole#CUSTOMER} or {@link MessageRole#REPLY}
     * @param text what it says, without quoted history
     * @param files its files
     */
    public record Entry(Instant at, String from, MessageRole role, String text, List<File> files) {
        /**
         * Checks, copies, and drops a name that is an address.
         *
         * @param at when
         * @param from the author's name, possibly empty
         * @param role by whom
         * @param text what it says, without quoted history
         * @param files its files
         * @throws InvalidValueException if customers do not see messages of that role
         */
        public Entry {
            if (!role.visibleToCustomer()) {
                throw new InvalidValueException("entry.role", "is " + role + ", which customers do not see");
            }
            from = Names.given(from).orElse("");
            files = List.copyOf(files);
        }

        /** {@return whether an agent wrote it} */
        public boolean byDesk() {
            return role == MessageRole.REPLY;
        }
    }

    /**
     * A file of a message.
     *
     * @param name its name
     * @param contentType its media type
     * @param content names its bytes, which {@link HelpDesk#customerFile} gives
     */
    public record File(String name, String contentType, ContentRef content) {
        static File of(Attachment attachment) {
            return new File(attachment.name(), attachment.contentType(), attachment.content());
        }

        /** {@return how many bytes it has} */
        public long size() {
            return content.size();
        }
    }

    /** Whether a file of one of the messages has these bytes. */
    boolean shows(ContentRef content) {
        return messages.stream()
                .flatMap(entry -> entry.files().stream())
                .anyMatch(file -> file.content().equals(content));
    }
}
