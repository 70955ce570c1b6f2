package dev.svar;

/** What came of the wish to have a delivery sent again. */
public enum ResendAnswer {
    /** It is planned again. */
    RESENT,
    /** It waits for its hand-over anyway, or is being handed over right now; perhaps somebody else has just had it sent again. */
    UNDERWAY,
    /** It was taken or has reached its recipient, so it is not sent again. */
    TAKEN,
    /** Its recipient is not to be written to, or its mailing was cancelled. */
    SUPPRESSED,
    /** It never became a message, since its template failed: there is nothing to send. */
    NEVER_WRITTEN,
    /** It was sent again {@value dev.svar.delivery.Delivery#MAX_RESENDS} times. */
    TOO_OFTEN,
    /** This desk has no such delivery. */
    UNKNOWN
}
