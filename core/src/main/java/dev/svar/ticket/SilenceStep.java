package dev.svar.ticket;

/** What happens when the customer has been silent for a while. */
public enum SilenceStep {
    /** The customer is asked whether the answer helped. */
    ASK,
    /** The customer is told that the ticket will be closed. */
    WARN,
    /** The ticket is closed. */
    CLOSE
}
