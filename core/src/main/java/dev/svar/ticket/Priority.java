package dev.svar.ticket;

/** How urgent a ticket is, least first. */
public enum Priority {
    /** Can wait. */
    LOW,
    /** The usual. */
    NORMAL,
    /** Before the usual. */
    HIGH,
    /** Now. */
    URGENT
}
