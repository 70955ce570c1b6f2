package dev.svar.mail;

import dev.svar.error.SvarException;

/** Mail could not be fetched from where it lies. What was taken before stays taken. */
public final class MailboxException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final String mailbox;
    private final boolean retryable;

    MailboxException(String mailbox, String problem, boolean retryable) {
        super(mailbox + " " + problem);
        this.mailbox = mailbox;
        this.retryable = retryable;
    }

    MailboxException(String mailbox, String problem, boolean retryable, Throwable cause) {
        super(mailbox + " " + problem, cause);
        this.mailbox = mailbox;
        this.retryable = retryable;
    }

    /** {@return which mailbox or file, without credentials} */
    public String mailbox() {
        return mailbox;
    }

    /** {@return whether the same call may go well later without anybody changing a setting} */
    public boolean retryable() {
        return retryable;
    }
}
