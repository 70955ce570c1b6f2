package dev.svar.store;

import dev.svar.error.SvarException;

/** The store could not answer or could not be changed. */
public final class StoreException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    /**
     * A store's error.
     *
     * @param message what failed, without values
     * @param cause what was caught
     * @param retryable whether the same call may succeed later
     */
    public StoreException(String message, Throwable cause, boolean retryable) {
        super(message, cause);
        this.retryable = retryable;
    }

    /**
     * A store's error that nothing else caused.
     *
     * @param message what is wrong and the remedy
     */
    public StoreException(String message) {
        super(message);
        this.retryable = false;
    }

    /** {@return whether the same call may succeed later} */
    public boolean retryable() {
        return retryable;
    }
}
