package dev.svar.ticket;

/** What comes of a customer's message to a ticket. */
public enum FollowUp {
    /** It joins the ticket, which is the desk's turn then, also if it was solved or closed. */
    JOIN,
    /** It joins the ticket, whose status stays. */
    KEEP,
    /** It opens a new ticket that is linked to this one. */
    NEW_TICKET,
    /** It is not taken, and the customer is told so. */
    REFUSE
}
