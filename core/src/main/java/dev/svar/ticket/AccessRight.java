package dev.svar.ticket;

/** What a token lets its bearer do with one ticket. */
public enum AccessRight {
    /** Write into the ticket by answering to an address that holds the token. */
    REPLY,
    /** See the customer's view of the ticket behind a follow-up link. */
    FOLLOW,
    /** Say how the help was. */
    RATE
}
