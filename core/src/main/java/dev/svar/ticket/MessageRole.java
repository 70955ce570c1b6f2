package dev.svar.ticket;

/** What a message is to its ticket. */
public enum MessageRole {
    /** A person on the customer's side wrote it. */
    CUSTOMER,
    /** An agent wrote it to the customer. */
    REPLY,
    /** An agent wrote it for colleagues; customers never see it. */
    NOTE,
    /** A machine on the customer's side wrote it, such as an out-of-office reply: kept, but it moves nothing. */
    AUTOMATIC;

    /**
     * Whether the customer's view holds it.
     *
     * @return true for what customers and agents wrote to each other
     */
    public boolean visibleToCustomer() {
        return this == CUSTOMER || this == REPLY;
    }
}
