package dev.svar.ticket;

/** How a ticket was solved: a workaround is not a solution. */
public enum Resolution {
    /** What was asked for was done or the trouble is gone. */
    SOLVED,
    /** The customer can go on, the trouble itself is still there. */
    WORKAROUND,
    /** It will not be done. */
    WONT_FIX,
    /** Another ticket is about the same. */
    DUPLICATE
}
