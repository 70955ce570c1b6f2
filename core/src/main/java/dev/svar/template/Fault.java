package dev.svar.template;

/** Something that cannot be computed; it never leaves the package. Whether it is an error depends on the mode. */
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Fault(String message) {
        super(message, null, false, false);
    }
}
