package dev.svar.mail;

import jakarta.mail.MessagingException;
import java.util.Optional;

/** A mailbox while it is connected. For one thread; only {@link #abort} may be called by others. */
interface OpenMailbox extends AutoCloseable {
    /** What was not taken yet, the oldest first. */
    MailRow waiting(FetchTurn turn) throws MessagingException;

    /** The bytes; of a message that is too large only its beginning. Empty if somebody removed it. */
    Optional<RawMail> load(Waiting waiting) throws MessagingException;

    /** The header alone. */
    Optional<RawMail> loadHeader(Waiting waiting) throws MessagingException;

    /** Keeps that the message was taken; says whether the turn is still ours. */
    boolean taken(FetchTurn turn, Waiting waiting);

    /** Does on the server what is to be done after taking. */
    void acknowledge(Waiting waiting) throws MessagingException;

    /** Ends the connection at once, whatever waits for an answer. */
    void abort();

    @Override
    void close();
}
