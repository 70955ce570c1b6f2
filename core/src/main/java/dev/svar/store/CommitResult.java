package dev.svar.store;

/** What became of a commit. */
public enum CommitResult {
    /** All of it is stored. */
    COMMITTED,
    /**
     * Nothing is stored, since the changes were decided on an older state: a ticket, a contact or an organization has
     * another version, a number is taken, a contact's address or an organization's domain belongs to another one, or a
     * delivery is in another state. Decide again.
     */
    STALE,
    /** Nothing is stored, since a message with the receipt's key was taken before. */
    ALREADY_RECEIVED,
    /** Nothing is stored, since the work's claim holds no more. */
    CLAIM_LOST
}
