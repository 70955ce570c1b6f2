package dev.svar.mail;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.ReadOnlyFolderException;
import jakarta.mail.URLName;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** A folder of an IMAP server while it is open. What it knows of a message besides its UID is its size. */
final class ImapConnection implements OpenMailbox<Long> {
    private static final String PLACE = "taken";
    private static final String ACKNOWLEDGED = "acknowledged";

    private final ImapInbox inbox;
    private final OpenSocket socket;
    private final IMAPStore store;
    private final IMAPFolder folder;
    private final ImapUids uids;
    private final ImapAcknowledgment acknowledgment;
    private final String generation;
    private final AtomicBoolean news = new AtomicBoolean();
    private long acknowledged;
    private boolean madeUp;

    private ImapConnection(ImapInbox inbox, OpenSocket socket, IMAPStore store, IMAPFolder folder)
            throws MessagingException {
        this.inbox = inbox;
        this.socket = socket;
        this.store = store;
        this.folder = folder;
        this.uids = new ImapUids(folder);
        this.acknowledgment = new ImapAcknowledgment(inbox.after(), uids);
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
        // Named here, not looked up: the mail library finds its own parts through the context class loader.
        URLName url = new URLName("imap", at.host(), at.port(), null, null, null);
        IMAPStore store = new IMAPStore(at.session(socket, new Properties()), url);
        try {
            at.login().let((user, secret) -> store.connect(at.host(), at.port(), user, secret));
            ImapAcknowledgment.prepare(inbox.after(), store);
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
    public MailRow<Long> waiting(FetchTurn turn) throws MessagingException {
        long place = turn.kept(name(PLACE));
        if (!madeUp) {
            acknowledgeAgain(turn.kept(name(ACKNOWLEDGED)) - 1, place);
            acknowledged = place;
            madeUp = true;
        }
        return after(place);
    }

    /** Whoever took the last ones may have died before the server knew. */
    private void acknowledgeAgain(long known, long place) throws MessagingException {
        if (known >= 0 && known < place && acknowledgment.isLasting()) {
            for (long uid : uids.from(known + 1)) {
                if (uid > known && uid <= place) {
                    acknowledgeIfAllowed(uid);
                }
            }
        }
    }

    /** What the server refuses now it may have refused before; that must not keep the mails behind it from being taken. */
    private void acknowledgeIfAllowed(long uid) throws MessagingException {
        try {
            acknowledge(uid);
        } catch (MessagingException e) {
            if (!folder.isOpen()) {
                throw e;
            }
        }
    }

    MailRow<Long> after(long place) throws MessagingException {
        news.set(false);
        return new ImapRow(
                this,
                uids,
                uids.from(place + 1).stream().filter(uid -> uid > place).toList());
    }

    Waiting<Long> waiting(long uid, long size) {
        return new Waiting<>(name(String.valueOf(uid)), uid, "UID " + uid, size);
    }

    private UUID name(String what) {
        return MailServerAddress.name(inbox.id(), generation, what);
    }

    @Override
    public Optional<RawMail> load(Waiting<Long> waiting) throws MessagingException {
        long size = waiting.message();
        boolean tooLarge = size > MailReader.MAX_RAW_BYTES;
        int most = tooLarge ? MailReader.MAX_HEADER_BYTES : MailReader.MAX_RAW_BYTES + 1;
        return uids.bytes(waiting.number(), "", most)
                .map(bytes -> mail(waiting, bytes, tooLarge ? size : bytes.length));
    }

    @Override
    public Optional<RawMail> loadHeader(Waiting<Long> waiting) throws MessagingException {
        return uids.bytes(waiting.number(), "HEADER", MailReader.MAX_HEADER_BYTES)
                .map(bytes -> mail(waiting, bytes, Math.max(waiting.message(), bytes.length + 1L)));
    }

    private RawMail mail(Waiting<Long> waiting, byte[] bytes, long size) {
        return new RawMail(inbox + ", " + waiting.label(), bytes, size);
    }

    @Override
    public boolean taken(FetchTurn turn, Waiting<Long> waiting, Fate fate) {
        // Of what is passed over nothing is to be made up for later.
        boolean matters = acknowledgment.isLasting() && fate != Fate.PASSED_OVER;
        long known = matters ? acknowledged : waiting.number();
        boolean ours =
                turn.commit(turn.keeping(name(PLACE), waiting.number()), turn.keeping(name(ACKNOWLEDGED), known + 1));
        acknowledged = waiting.number();
        return ours;
    }

    @Override
    public void acknowledge(Waiting<Long> waiting, Fate fate) throws MessagingException {
        if (fate != Fate.PASSED_OVER) {
            acknowledge(waiting.number());
        }
    }

    private void acknowledge(long uid) throws MessagingException {
        if (folder.getMode() == Folder.READ_WRITE) {
            acknowledgment.make(uid);
        }
    }

    boolean canIdle() throws MessagingException {
        return uids.serverCan("IDLE");
    }

    /** Waits until there is news or the time is up. */
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
