package dev.svar.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Words what the mail library throws while it fetches. */
final class MailboxFault {
    private static final int MAX_CAUSES = 20;

    private MailboxFault() {}

    static MailboxException of(String mailbox, MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            return new MailboxException(mailbox, "does not accept our credentials", false, e);
        }
        if (e instanceof FolderNotFoundException) {
            return new MailboxException(mailbox, "does not exist", false, e);
        }
        if (isUntrusted(e)) {
            return new MailboxException(mailbox, "cannot be trusted: " + SmtpOutcome.words(e), false, e);
        }
        return new MailboxException(mailbox, "cannot be read: " + SmtpOutcome.words(e), true, e);
    }

    /** A certificate stays as it is until a person changes it. */
    private static boolean isUntrusted(MessagingException e) {
        Throwable at = e;
        for (int i = 0; i < MAX_CAUSES && at != null; i++) {
            if (at instanceof CertificateException || at instanceof SSLPeerUnverifiedException) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }
}
