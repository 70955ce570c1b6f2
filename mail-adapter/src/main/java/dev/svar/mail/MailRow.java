package dev.svar.mail;

import jakarta.mail.MessagingException;

/**
 * What waits in a mailbox, the oldest first; each message is asked for when its turn comes.
 *
 * @param <M> what the mailbox knows a message by
 */
interface MailRow<M> {
    boolean hasNext() throws MessagingException;

    /** The next one; there is one. */
    Waiting<M> next() throws MessagingException;
}
