package dev.svar.mail;

import jakarta.mail.MessagingException;
import java.util.Optional;

/**
 * A mailbox while it is connected. For one thread; only {@link #abort} may be called by others.
 *
 * @param <M> what it knows a message by
 */
interface OpenMailbox<M> extends AutoCloseable {
    /** What was not taken yet, the oldest first. */
    MailRow<M> waiting(FetchTurn turn) throws MessagingException;

    /** Whether what failed before comes first again, since what arrives later stands behind it. */
    default boolean keepsOrder() {
        return true;
    }

    /** The bytes; of a message that is too large only its beginning. Empty if somebody removed it. */
    Optional<RawMail> load(Waiting<M> waiting) throws MessagingException;

    /** The header alone. */
    Optional<RawMail> loadHeader(Waiting<M> waiting) throws MessagingException;

    /** Keeps that the message waits no more; says whether the turn is still ours. */
    boolean taken(FetchTurn turn, Waiting<M> waiting, Fate fate);

    /** Does in the mailbox what is to be done afterwards. */
    void acknowledge(Waiting<M> waiting, Fate fate) throws MessagingException;

    /** Ends the connection at once, whatever waits for an answer. */
    void abort();

    @Override
    void close();
}
