package dev.svar.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3Message;
import org.eclipse.angus.mail.pop3.POP3Store;
import org.jspecify.annotations.Nullable;

/** A mailbox of a POP3 server while it is open. */
final class Pop3Connection implements OpenMailbox<Message> {
    private static final long TAKEN = 1;
    private static final long PASSED_OVER = 2;

    private final Pop3Inbox inbox;
    private final OpenSocket socket;
    private final POP3Store store;
    private final POP3Folder folder;
    private int[] sizes = {};
    private boolean ended;

    private Pop3Connection(Pop3Inbox inbox, OpenSocket socket, POP3Store store, POP3Folder folder) {
        this.inbox = inbox;
        this.socket = socket;
        this.store = store;
        this.folder = folder;
    }

    static Pop3Connection open(Pop3Inbox inbox, OpenSocket socket) throws MessagingException {
        MailServerAddress at = inbox.address();
        URLName url = new URLName("pop3", at.host(), at.port(), null, null, null);
        POP3Store store = new POP3Store(at.session(socket, new Properties()), url);
        try {
            at.login().let((user, secret) -> store.connect(at.host(), at.port(), user, secret));
            POP3Folder folder = (POP3Folder) store.getFolder("INBOX");
            folder.open(Folder.READ_WRITE);
            return new Pop3Connection(inbox, socket, store, folder);
        } catch (MessagingException | RuntimeException e) {
            socket.end();
            close(store);
            throw e;
        }
    }

    @Override
    public MailRow<Message> waiting(FetchTurn turn) throws MessagingException {
        Message[] all = folder.getMessages();
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(all, profile);
        sizes = folder.getSizes();
        recall(turn);
        Queue<Waiting<Message>> row = new ArrayDeque<>();
        Set<UUID> there = new HashSet<>();
        for (Message message : all) {
            Waiting<Message> waiting = waiting(message);
            there.add(waiting.id());
            long before = before(turn, waiting.id());
            if (before == TAKEN) {
                acknowledge(waiting, Fate.TAKEN);
            } else if (before != PASSED_OVER) {
                row.add(waiting);
            }
        }
        Set<UUID> gone = new HashSet<>(inbox.tried());
        gone.addAll(inbox.taken().keySet());
        gone.removeAll(there);
        Set<UUID> forgotten = turn.forget(gone);
        inbox.taken().keySet().removeAll(forgotten);
        inbox.tried().removeAll(forgotten);
        return new MailRow<>() {
            @Override
            public boolean hasNext() {
                return !row.isEmpty();
            }

            @Override
            public Waiting<Message> next() {
                return row.remove();
            }
        };
    }

    /** What an earlier process left: what it tried and what it took. */
    private void recall(FetchTurn turn) {
        if (!inbox.isRecalled()) {
            inbox.recall(turn.allTried(), turn.allKept());
        }
    }

    private Waiting<Message> waiting(Message message) throws MessagingException {
        String uid = uid(folder.getUID(message));
        UUID id = MailServerAddress.name(inbox.id(), uid);
        return new Waiting<>(id, message.getMessageNumber(), "message " + PlainText.line(uid, 70), message);
    }

    private static String uid(@Nullable String uid) throws MessagingException {
        if (uid == null) {
            throw new MessagingException("the server gives its messages no ids (UIDL)");
        }
        return uid;
    }

    private long before(FetchTurn turn, UUID id) {
        Long known = inbox.taken().get(id);
        return known == null ? turn.kept(id) : known;
    }

    @Override
    public Optional<RawMail> load(Waiting<Message> waiting) throws MessagingException {
        inbox.tried().add(waiting.id());
        POP3Message message = (POP3Message) waiting.message();
        int size = size(waiting);
        if (size > MailReader.MAX_RAW_BYTES) {
            return header(waiting, size);
        }
        try (InputStream in = message.getMimeStream()) {
            byte[] bytes = in.readNBytes(MailReader.MAX_RAW_BYTES + 1);
            return Optional.of(new RawMail(inbox + ", " + waiting.label(), bytes, bytes.length));
        } catch (IOException e) {
            throw new MessagingException("the connection ended", e);
        } finally {
            message.invalidate(true);
        }
    }

    @Override
    public Optional<RawMail> loadHeader(Waiting<Message> waiting) throws MessagingException {
        return header(waiting, size(waiting));
    }

    private int size(Waiting<Message> waiting) {
        int place = (int) waiting.number() - 1;
        return place < sizes.length ? sizes[place] : 0;
    }

    private Optional<RawMail> header(Waiting<Message> waiting, int size) throws MessagingException {
        try (@Nullable InputStream in = ((POP3Message) waiting.message()).top(0)) {
            byte[] bytes = in == null ? new byte[0] : in.readNBytes(MailReader.MAX_HEADER_BYTES);
            long whole = Math.max(size, bytes.length + 1L);
            return Optional.of(new RawMail(inbox + ", " + waiting.label(), bytes, whole));
        } catch (IOException e) {
            throw new MessagingException("the connection ended", e);
        }
    }

    @Override
    public boolean taken(FetchTurn turn, Waiting<Message> waiting, Fate fate) {
        long now = fate == Fate.PASSED_OVER ? PASSED_OVER : TAKEN;
        boolean ours = turn.commit(turn.keeping(waiting.id(), now));
        if (ours) {
            inbox.taken().put(waiting.id(), now);
            inbox.tried().remove(waiting.id());
        }
        return ours;
    }

    @Override
    public void acknowledge(Waiting<Message> waiting, Fate fate) throws MessagingException {
        if (inbox.deletes() && fate != Fate.PASSED_OVER) {
            waiting.message().setFlag(Flags.Flag.DELETED, true);
        }
    }

    @Override
    public void abort() {
        ended = true;
        socket.end();
    }

    /** The server deletes what is to be deleted only if the connection ends in order. */
    @Override
    public void close() {
        try {
            folder.close(!ended);
        } catch (MessagingException | RuntimeException e) {
            socket.end();
        }
        close(store);
    }

    private static void close(POP3Store store) {
        try {
            store.close();
        } catch (MessagingException | RuntimeException e) {
            // It has ended all the same.
            return;
        }
    }
}
