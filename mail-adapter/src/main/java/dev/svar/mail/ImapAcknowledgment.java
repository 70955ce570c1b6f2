package dev.svar.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.search.FlagTerm;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** Does on an IMAP server what is to be done with a message that was taken, with or without MOVE and UIDPLUS. */
final class ImapAcknowledgment {
    private static final Flags DELETED = new Flags(Flags.Flag.DELETED);

    private final AfterTaking after;
    private final IMAPFolder folder;
    private final Optional<Folder> target;
    private final boolean canMove;
    private final boolean canExpungeOne;

    private ImapAcknowledgment(AfterTaking after, IMAPStore store, IMAPFolder folder, Optional<Folder> target)
            throws MessagingException {
        this.after = after;
        this.folder = folder;
        this.target = target;
        this.canMove = store.hasCapability("MOVE");
        this.canExpungeOne = store.hasCapability("UIDPLUS");
    }

    static ImapAcknowledgment of(AfterTaking after, IMAPStore store, IMAPFolder folder) throws MessagingException {
        Optional<Folder> target = Optional.empty();
        if (after instanceof AfterTaking.MoveTo move) {
            Folder to = store.getFolder(move.folder());
            if (!to.exists() && !to.create(Folder.HOLDS_MESSAGES)) {
                throw new MessagingException("the folder " + move.folder() + " cannot be created");
            }
            target = Optional.of(to);
        }
        return new ImapAcknowledgment(after, store, folder, target);
    }

    /** Whether a message on which it was not done would be in the way; a flag that is missing is not. */
    boolean isLasting() {
        return after instanceof AfterTaking.Delete || after instanceof AfterTaking.MoveTo;
    }

    void make(Message message) throws MessagingException {
        if (folder.getMode() != Folder.READ_WRITE || message.isExpunged()) {
            return;
        }
        try {
            if (after instanceof AfterTaking.MarkSeen) {
                message.setFlag(Flags.Flag.SEEN, true);
            } else if (after instanceof AfterTaking.Delete) {
                remove(message);
            } else if (target.isPresent()) {
                move(message, target.get());
            }
        } catch (MessageRemovedException e) {
            // Somebody was faster.
            return;
        }
    }

    private void move(Message message, Folder to) throws MessagingException {
        Message[] one = {message};
        if (canMove) {
            folder.moveMessages(one, to);
        } else if (!message.isSet(Flags.Flag.DELETED)) {
            folder.copyMessages(one, to);
            remove(message);
        }
    }

    private void remove(Message message) throws MessagingException {
        message.setFlag(Flags.Flag.DELETED, true);
        if (canExpungeOne) {
            folder.expunge(new Message[] {message});
        } else if (folder.search(new FlagTerm(DELETED, true)).length == 1) {
            folder.expunge();
        }
    }
}
