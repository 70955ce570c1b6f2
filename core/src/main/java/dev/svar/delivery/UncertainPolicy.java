package dev.svar.delivery;

/** What is done with a delivery of which nobody knows whether it was taken. */
public enum UncertainPolicy {
    /** It stays as it is until a person decides; its ticket is told of it, so that a person looks. */
    ASK,
    /** It stays as it is until a person decides, and nobody is told: for what is of no use a minute later. */
    HOLD,
    /**
     * It is sent again once, with the same Message-ID; if it is uncertain a second time a person is asked. For what is better
     * had twice than not at all, and for channels that drop what they have already.
     */
    RESEND
}
