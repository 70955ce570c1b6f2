package dev.svar.message;

/** What became of an inbound message; each has exactly one. */
public enum Disposition {
    /** It opened a ticket. */
    OPENED,
    /** It joined a ticket as a person's message. */
    JOINED,
    /** It was written to a ticket that is done and takes no more; the sender is told so. */
    REFUSED,
    /** A machine wrote it: attached to its ticket if it has one, else set aside. */
    AUTOMATIC,
    /** It reported that a message of ours did not arrive. */
    BOUNCE,
    /** It could not be read or was refused, and is kept for a person to look at. */
    QUARANTINED
}
