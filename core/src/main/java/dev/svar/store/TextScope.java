package dev.svar.store;

import dev.svar.ticket.MessageRole;

/** Where in a ticket words are looked for; each scope holds those before it. */
public enum TextScope {
    /** In the subject. */
    SUBJECT,
    /** In the subject and in what customers and agents wrote to each other: in nothing that a customer may not see. */
    PUBLIC,
    /** In the subject and in all messages, internal notes too. */
    ALL;

    /**
     * Whether messages are looked at.
     *
     * @param role what the messages are to the ticket
     * @return true if they are
     */
    public boolean includes(MessageRole role) {
        return switch (this) {
            case SUBJECT -> false;
            case PUBLIC -> role.visibleToCustomer();
            case ALL -> true;
        };
    }
}
