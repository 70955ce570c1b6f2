package dev.svar.ticket;

/** The fixed meaning behind a status label: rules look at the category, people at the label. */
public enum StatusCategory {
    /** Nobody has answered or taken it yet. */
    NEW,
    /** The desk's turn. */
    OPEN,
    /** The customer's turn; clocks that measure the desk stand still. */
    PENDING_CUSTOMER,
    /** Somebody else inside, a supplier or another team, has to act. */
    PENDING_INTERNAL,
    /** Answered for good as far as the desk knows; the customer may reopen it. */
    SOLVED,
    /** Done; a further message opens a new ticket. */
    CLOSED,
    /** Taken up in another ticket. */
    MERGED
}
