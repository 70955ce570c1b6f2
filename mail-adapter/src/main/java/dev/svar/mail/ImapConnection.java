package dev.svar.mail;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.ReadOnlyFolderException;
import jakarta.mail.UIDFolder;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** A folder of an IMAP server while it is open. */
final class ImapConnection implements OpenMailbox {
    private static final int FETCH_BYTES = 1024 * 1024;
    private static final String PLACE = "taken";
    private static final String ACKNOWLEDGED = "acknowledged";

    private final ImapInbox inbox;
    private final OpenSocket socket;
    private final IMAPStore store;
    private final IMAPFolder folder;
    private final ImapAcknowledgment acknowledgment;
    private final String generation;
    private final AtomicBoolean news = new AtomicBoolean();
    private long acknowledged;

    private ImapConnection(ImapInbox inbox, OpenSocket socket, IMAPStore store, IMAPFolder folder)
            throws MessagingException {
        this.inbox = inbox;
        this.socket = socket;
        this.store = store;
        this.folder = folder;
        this.acknowledgment = ImapAcknowledgment.of(inbox.after(), store, folder);
        // A server whose UIDs do not last must be asked for everything each time.
        boolean lasts = folder.getUIDValidity() > 0 && !folder.getUIDNotSticky();
        this.generation = lasts
                ? String.valueOf(folder.getUIDValidity())
                : UUID.randomUUID().toString();
        // Servers tell of new messages in answers to whatever, also before IDLE begins.
        folder.doCommand(protocol -> {
            protocol.addResponseHandler(this::hear);
            return protocol;
        });
    }

    static ImapConnection open(ImapInbox inbox, OpenSocket socket) throws MessagingException {
        MailServerAddress at = inbox.address();
        Properties more = new Properties();
        more.put("mail.imap.peek", "true");
        more.put("mail.imap.fetchsize", String.valueOf(FETCH_BYTES));
        // Named here, not looked up: the mail library finds its own parts through the context class loader.
        URLName url = new URLName("imap", at.host(), at.port(), null, null, null);
        IMAPStore store = new IMAPStore(at.session(socket, more), url);
        try {
            at.login().let((user, secret) -> store.connect(at.host(), at.port(), user, secret));
            IMAPFolder folder = open((IMAPFolder) store.getFolder(inbox.folder()));
            return new ImapConnection(inbox, socket, store, folder);
        } catch (MessagingException | RuntimeException e) {
            socket.end();
            close(store);
            throw e;
        }
    }

    private static IMAPFolder open(IMAPFolder folder) throws MessagingException {
        try {
            folder.open(Folder.READ_WRITE);
        } catch (ReadOnlyFolderException e) {
            folder.open(Folder.READ_ONLY);
        }
        return folder;
    }

    private void hear(Response response) {
        if (response instanceof IMAPResponse told && told.keyEquals("EXISTS")) {
            news.set(true);
        }
    }

    long validity() throws MessagingException {
        return folder.getUIDValidity();
    }

    @Override
    public MailRow waiting(FetchTurn turn) throws MessagingException {
        long place = turn.kept(name(PLACE));
        acknowledgeAgain(turn.kept(name(ACKNOWLEDGED)) - 1, place);
        acknowledged = place;
        return after(place);
    }

    /** Whoever took the last ones may have died before the server knew. */
    private void acknowledgeAgain(long known, long place) throws MessagingException {
        if (known >= 0 && known < place && acknowledgment.isLasting()) {
            for (Message message : folder.getMessagesByUID(known + 1, place)) {
                acknowledgment.make(message);
            }
        }
    }

    MailRow after(long place) throws MessagingException {
        news.set(false);
        Message[] found = folder.getMessagesByUID(place + 1, UIDFolder.LASTUID);
        return new ImapRow(this, folder, found, place);
    }

    Waiting waiting(Message message, long uid) {
        return new Waiting(name(String.valueOf(uid)), uid, "UID " + uid, message);
    }

    private UUID name(String what) {
        return MailServerAddress.name(inbox.id(), generation, what);
    }

    @Override
    public Optional<RawMail> load(Waiting waiting) throws MessagingException {
        IMAPMessage message = (IMAPMessage) waiting.message();
        message.setPeek(true);
        try (InputStream in = message.getMimeStream()) {
            long size = message.getSizeLong();
            boolean tooLarge = size > MailReader.MAX_RAW_BYTES;
            byte[] bytes = in.readNBytes(tooLarge ? MailReader.MAX_HEADER_BYTES : MailReader.MAX_RAW_BYTES + 1);
            return Optional.of(mail(waiting, bytes, tooLarge ? size : bytes.length));
        } catch (MessageRemovedException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (message.isExpunged()) {
                return Optional.empty();
            }
            throw new MessagingException("the connection ended", e);
        }
    }

    @Override
    public Optional<RawMail> loadHeader(Waiting waiting) throws MessagingException {
        return MailHeader.of(waiting.message()).map(bytes -> mail(waiting, bytes, bytes.length + 1L));
    }

    private RawMail mail(Waiting waiting, byte[] bytes, long size) {
        return new RawMail(inbox + ", " + waiting.label(), bytes, size);
    }

    @Override
    public boolean taken(FetchTurn turn, Waiting waiting) {
        boolean ours = turn.commit(
                turn.keeping(name(PLACE), waiting.number()), turn.keeping(name(ACKNOWLEDGED), acknowledged + 1));
        acknowledged = waiting.number();
        return ours;
    }

    @Override
    public void acknowledge(Waiting waiting) throws MessagingException {
        acknowledgment.make(waiting.message());
    }

    boolean canIdle() throws MessagingException {
        return store.hasCapability("IDLE");
    }

    /** Waits until there is news or the time is up; between two looks the server may be silent for so long. */
    void idle(ImapIdle.Watch watch) throws MessagingException {
        socket.answerWithin((int) watch.look().toMillis());
        try {
            folder.doCommand(protocol -> {
                new ImapIdle(protocol, watch, news::get, this::answerInTime).await();
                return protocol;
            });
        } finally {
            answerInTime();
        }
    }

    private void answerInTime() {
        socket.answerWithin((int) inbox.address().readTimeout().toMillis());
    }

    @Override
    public void abort() {
        socket.end();
    }

    @Override
    public void close() {
        try {
            // Not expunging: what others flagged as deleted is theirs.
            folder.close(false);
        } catch (MessagingException | RuntimeException e) {
            socket.end();
        }
        close(store);
    }

    private static void close(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException | RuntimeException e) {
            // It has ended all the same.
            return;
        }
    }
}
