package dev.svar.mail;

/** A mailbox on a server, or a folder of files, from which mail is fetched for a desk. */
public sealed interface MailInbox permits ImapInbox, Pop3Inbox, FolderInbox {
    /**
     * Takes what waits, the oldest first, each message once: it is committed by the desk, then noted in the ledger, then
     * acknowledged on the server. If another node fetches from this mailbox, nothing is done.
     *
     * @param intake takes the mail
     * @param ledger what all nodes know of the mailbox
     * @param limit the most messages to take in this call, from 1
     * @return what came of it
     * @throws MailboxException if the server cannot be reached, does not let us in or ends the connection
     * @throws dev.svar.store.StoreException if the store failed
     */
    FetchRun fetch(MailIntake intake, FetchLedger ledger, int limit);

    /** {@return what names the mailbox on all nodes} */
    String id();

    /** {@return the mailbox and the server, never the credentials} */
    @Override
    String toString();
}
