package dev.svar.ticket;

/** What a customer says of the help: two answers, as in Zendesk, since more are read differently by everybody. */
public enum Rating {
    /** Good, I am satisfied. */
    GOOD,
    /** Bad, I am not satisfied. */
    BAD
}
