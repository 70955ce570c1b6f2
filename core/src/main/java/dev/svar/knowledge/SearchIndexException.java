package dev.svar.knowledge;

import dev.svar.error.SvarException;

/** An index of articles or texts cannot be used now. What was taken before is not lost by it. */
public final class SearchIndexException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why it cannot be used. */
    public enum Reason {
        /** Another process has it open: each node needs a folder of its own. */
        LOCKED,
        /** It cannot be read or written, for example since the disk is full or the folder is not writable. */
        STORAGE,
        /** It was closed. */
        CLOSED
    }

    /**
     * An error of an index.
     *
     * @param reason why it cannot be used
     * @param message what was tried and the remedy, without a customer's text
     * @param cause what was caught
     */
    public SearchIndexException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * An error of an index that nothing else caused.
     *
     * @param reason why it cannot be used
     * @param message what was tried and the remedy
     */
    public SearchIndexException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /**
     * Why it cannot be used.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
