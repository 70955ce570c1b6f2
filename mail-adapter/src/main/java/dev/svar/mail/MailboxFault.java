package dev.svar.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;

/** Words what the mail library throws while it fetches. */
final class MailboxFault {
    private MailboxFault() {}

    static MailboxException of(String mailbox, MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            return new MailboxException(mailbox, "does not accept our credentials", false, e);
        }
        if (e instanceof FolderNotFoundException) {
            return new MailboxException(mailbox, "does not exist", false, e);
        }
        return new MailboxException(mailbox, "cannot be read: " + SmtpOutcome.words(e), true, e);
    }
}
