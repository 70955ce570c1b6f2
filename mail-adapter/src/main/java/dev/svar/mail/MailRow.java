package dev.svar.mail;

import jakarta.mail.MessagingException;

/** What waits in a mailbox, the oldest first; each message is asked for when its turn comes. */
interface MailRow {
    boolean hasNext() throws MessagingException;

    /** The next one; there is one. */
    Waiting next() throws MessagingException;
}
