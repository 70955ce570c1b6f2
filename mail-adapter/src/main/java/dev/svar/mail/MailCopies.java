package dev.svar.mail;

import dev.svar.error.InvalidValueException;

/**
 * Port: keeps a copy of what was sent, for example in the Sent folder of the mailbox. Called at most once for each mail, after
 * the server has taken it, from any thread. If it throws, the copy is lost and the mail counts as sent all the same: it is never
 * sent again for that. {@link InvalidValueException} says that this mail alone is refused; after anything else the place counts
 * as out of reach, and for a minute it is not called, so that it holds up no mail. Those copies are lost too.
 */
@FunctionalInterface
public interface MailCopies {
    /**
     * Keeps one mail.
     *
     * @param mail the whole mail as it was sent, with CRLF line ends
     * @throws InvalidValueException if this mail is refused and another one may be kept
     */
    void keep(byte[] mail);
}
