package dev.svar.ticket;

/** Who may see something. */
public enum Audience {
    /** Agents only. */
    INTERNAL,
    /** The customer too. */
    PUBLIC
}
