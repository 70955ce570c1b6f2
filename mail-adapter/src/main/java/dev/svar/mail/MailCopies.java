package dev.svar.mail;

/**
 * Port: keeps a copy of what was sent, for example in the Sent folder of the mailbox. Called once for each mail, after the
 * server has taken it, from any thread. If it throws, the copy is lost and the mail counts as sent all the same: it is never
 * sent again for that.
 */
@FunctionalInterface
public interface MailCopies {
    /**
     * Keeps one mail.
     *
     * @param mail the whole mail as it was sent, with CRLF line ends
     */
    void keep(byte[] mail);
}
