package dev.svar.error;

/**
 * The root of every error that Svar throws on purpose. Unchecked.
 *
 * <p>Concrete errors live beside what they speak about, carry the facts as accessors and word their own message, so
 * that every adapter fails alike. A message never holds credentials or the text of a customer's message.
 */
public abstract class SvarException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An error that nothing else caused.
     *
     * @param message what is wrong and what would be right, in one line
     */
    protected SvarException(String message) {
        super(message);
    }

    /**
     * An error caused by another one.
     *
     * @param message what is wrong and what would be right, in one line
     * @param cause what was caught
     */
    protected SvarException(String message, Throwable cause) {
        super(message, cause);
    }
}
