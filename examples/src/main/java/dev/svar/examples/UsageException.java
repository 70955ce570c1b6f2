package dev.svar.examples;

/** The command line asks for something that cannot be done. The message is one line for the person at the keyboard. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
