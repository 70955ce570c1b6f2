package dev.svar.mail;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPStore;

/** Does on an IMAP server what is to be done with a message that was taken, with or without MOVE and UIDPLUS. */
final class ImapAcknowledgment {
    private static final String SEEN = "\\Seen";
    private static final String DELETED = "\\Deleted";

    private final AfterTaking after;
    private final ImapUids uids;
    private final boolean canMove;
    private final boolean canExpungeOne;

    ImapAcknowledgment(AfterTaking after, ImapUids uids) throws MessagingException {
        this.after = after;
        this.uids = uids;
        this.canMove = uids.serverCan("MOVE");
        this.canExpungeOne = uids.serverCan("UIDPLUS");
    }

    /** To be called before a folder is open: while one is, the mail library would make another connection for it. */
    static void prepare(AfterTaking after, IMAPStore store) throws MessagingException {
        if (after instanceof AfterTaking.MoveTo move) {
            Folder target = store.getFolder(move.folder());
            if (!target.exists() && !target.create(Folder.HOLDS_MESSAGES)) {
                throw new MessagingException("the folder " + move.folder() + " cannot be created");
            }
        }
    }

    /** Whether a message on which it was not done would be in the way; a flag that is missing is not. */
    boolean isLasting() {
        return after instanceof AfterTaking.Delete || after instanceof AfterTaking.MoveTo;
    }

    void make(long uid) throws MessagingException {
        if (after instanceof AfterTaking.MarkSeen) {
            uids.flag(uid, SEEN);
        } else if (after instanceof AfterTaking.Delete) {
            remove(uid);
        } else if (after instanceof AfterTaking.MoveTo move && canMove) {
            uids.move(uid, move.folder());
        } else if (after instanceof AfterTaking.MoveTo move && !uids.deleted().contains(uid)) {
            uids.copy(uid, move.folder());
            remove(uid);
        }
    }

    private void remove(long uid) throws MessagingException {
        uids.flag(uid, DELETED);
        if (canExpungeOne) {
            uids.expunge(uid);
        } else if (uids.deleted().equals(List.of(uid))) {
            uids.expungeAll();
        }
    }
}
