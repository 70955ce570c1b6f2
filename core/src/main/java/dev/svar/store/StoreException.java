package dev.svar.store;

import dev.svar.error.SvarException;

/** The store could not answer or could not be changed. */
public final class StoreException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final boolean retryable;
    private final boolean outcomeUnknown;

    /**
     * A store's error after which nothing is stored.
     *
     * @param message what failed, without values
     * @param cause what was caught
     * @param retryable whether the same call may succeed later
     */
    public StoreException(String message, Throwable cause, boolean retryable) {
        this(message, cause, retryable, false);
    }

    /**
     * A store's error.
     *
     * @param message what failed, without values
     * @param cause what was caught
     * @param retryable whether the same call may succeed later
     * @param outcomeUnknown whether nobody can tell if something was stored
     */
    public StoreException(String message, Throwable cause, boolean retryable, boolean outcomeUnknown) {
        super(message, cause);
        this.retryable = retryable;
        this.outcomeUnknown = outcomeUnknown;
    }

    /**
     * A store's error that nothing else caused.
     *
     * @param message what is wrong and the remedy
     */
    public StoreException(String message) {
        super(message);
        this.retryable = false;
        this.outcomeUnknown = false;
    }

    /**
     * {@return whether nobody can tell if the call stored what it was to store, since the answer was lost and the store could
     * not be asked again; never that a part of it is stored}
     */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    /** {@return whether the same call may succeed later} */
    public boolean retryable() {
        return retryable;
    }
}
