package dev.svar.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** Goes through the messages of a folder in the order of their UIDs, and asks for the sizes of some at a time. */
final class ImapRow implements MailRow {
    private static final int AT_ONCE = 500;

    private final ImapConnection connection;
    private final IMAPFolder folder;
    private final Message[] found;
    private long last;
    private int at;
    private int asked;
    private Optional<Waiting> next = Optional.empty();

    ImapRow(ImapConnection connection, IMAPFolder folder, Message[] found, long place) {
        this.connection = connection;
        this.folder = folder;
        this.found = found;
        this.last = place;
    }

    @Override
    public boolean hasNext() throws MessagingException {
        while (next.isEmpty() && at < found.length) {
            ask();
            Message message = found[at];
            at++;
            long uid = uid(message);
            // A server answers "from here to the last one" with the last one even if it lies before.
            if (uid > last) {
                last = uid;
                next = Optional.of(connection.waiting(message, uid));
            }
        }
        return next.isPresent();
    }

    @Override
    public Waiting next() throws MessagingException {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Waiting now = next.orElseThrow();
        next = Optional.empty();
        return now;
    }

    private long uid(Message message) throws MessagingException {
        try {
            return message.isExpunged() ? -1 : folder.getUID(message);
        } catch (MessageRemovedException e) {
            return -1;
        }
    }

    private void ask() throws MessagingException {
        if (at == asked) {
            asked = Math.min(found.length, at + AT_ONCE);
            FetchProfile profile = new FetchProfile();
            profile.add(UIDFolder.FetchProfileItem.UID);
            profile.add(FetchProfile.Item.SIZE);
            folder.fetch(Arrays.copyOfRange(found, at, asked), profile);
        }
    }
}
