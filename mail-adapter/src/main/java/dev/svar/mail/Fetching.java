package dev.svar.mail;

import dev.svar.store.StoreException;
import jakarta.mail.MessagingException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches from a mailbox once: the turn, a connection, the messages, and all of it ended. */
final class Fetching {
    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);

    private Fetching() {}

    static FetchRun once(MailInbox inbox, MailIntake intake, FetchLedger ledger, int limit) {
        Optional<FetchTurn> turn = ledger.begin(inbox.id());
        return turn.isEmpty() ? FetchRun.ELSEWHERE : once(inbox, intake, ledger, limit, turn.get());
    }

    private static FetchRun once(MailInbox inbox, MailIntake intake, FetchLedger ledger, int limit, FetchTurn turn) {
        FetchLoop loop = new FetchLoop(inbox, intake, ledger);
        try {
            return in(inbox, new OpenSocket(), box -> loop.run(box, turn, limit, () -> false));
        } catch (MessagingException e) {
            throw MailboxFault.of(inbox.toString(), e);
        } finally {
            end(turn);
        }
    }

    /** What is done while connected. */
    @FunctionalInterface
    interface Visit<T> {
        T of(OpenMailbox<?> box) throws MessagingException;
    }

    static <T> T in(MailInbox inbox, OpenSocket socket, Visit<T> visit) throws MessagingException {
        try (OpenMailbox<?> box = open(inbox, socket)) {
            try {
                return visit.of(box);
            } catch (MessagingException e) {
                // Else closing would wait for a server that may be gone.
                box.abort();
                throw e;
            }
        }
    }

    private static OpenMailbox<?> open(MailInbox inbox, OpenSocket socket) throws MessagingException {
        if (inbox instanceof FolderInbox folder) {
            return folder.open();
        }
        return inbox instanceof ImapInbox imap ? imap.connect(socket) : ((Pop3Inbox) inbox).connect(socket);
    }

    /** If the store is away, the turn ends by itself when its lease does. */
    static void end(FetchTurn turn) {
        try {
            turn.end();
        } catch (StoreException e) {
            LOG.debug("a turn ends with its lease", e);
        }
    }
}
