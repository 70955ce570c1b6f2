package dev.svar.mail;

/** Why a mail cannot be read; never leaves the package, a {@link MailReader} turns it into an unreadable message. */
final class UnreadableMailException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableMailException(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
