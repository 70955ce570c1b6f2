package dev.svar.mail;

import dev.svar.error.Check;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.ReadOnlyFolderException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLContext;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * Fetches mail from one folder of an IMAP server (RFC 9051), each message once in the order of arrival.
 *
 * <p>It remembers the highest UID that was taken and does not look at flags, which other programs change. A new inbox
 * begins with the oldest message of the folder; that is safe, since the desk takes nothing twice. Messages stay on the
 * server and are flagged as seen after they were taken, as a courtesy to people who look into the folder.
 *
 * <p>Each call of {@link #drain} makes a connection and ends it; there is none in between. Safe for use by several
 * threads, which wait for each other.
 */
public final class ImapInbox {
    private static final int FETCH_BYTES = 1024 * 1024;

    private final String name;
    private final String host;
    private final int port;
    private final Credentials credentials;
    private final String folderName;
    private final Session session;
    private final ReentrantLock lock = new ReentrantLock();
    private long validity = -1;
    private long taken;

    private ImapInbox(Builder b) {
        this.name = "IMAP folder " + b.folder + " at " + b.host + ":" + b.port;
        this.host = b.host;
        this.port = b.port;
        this.credentials = b.credentials;
        this.folderName = b.folder;
        this.session = Session.getInstance(b.properties());
    }

    /**
     * Starts an inbox on one server. It reads the folder {@code INBOX} under {@link SmtpSecurity#TLS} unless told
     * otherwise.
     *
     * @param host the server's name
     * @param port the server's port, usually 993, or 143 with {@link SmtpSecurity#STARTTLS}
     * @param user the user's name
     * @param password the password; it appears in no message and no log
     * @return a builder
     */
    public static Builder builder(String host, int port, String user, String password) {
        return new Builder(host, port, Credentials.of("imap", user, password));
    }

    /**
     * Hands over the messages that were not taken yet, the oldest first.
     *
     * @param taker takes each message, for example {@code mail -> desk.receive(reader.read(mail))}; what it throws ends
     *     the call and goes to the caller, and the message is handed over again by the next call
     * @param limit the most messages to hand over in this call
     * @return how many were taken; with {@code limit} there may be more
     * @throws MailboxException if the server cannot be reached, does not let us in or ends the connection
     */
    public int drain(Taker taker, int limit) {
        Check.range("limit", limit, 1, Integer.MAX_VALUE);
        lock.lock();
        try (IMAPStore store = new IMAPStore(session, new URLName("imap", host, port, null, null, null))) {
            store.connect(host, port, credentials.user(), credentials.password());
            try (IMAPFolder folder = open((IMAPFolder) store.getFolder(folderName))) {
                return walk(folder, taker, limit);
            }
        } catch (MessagingException e) {
            throw MailboxFault.of(name, e);
        } finally {
            lock.unlock();
        }
    }

    private int walk(IMAPFolder folder, Taker taker, int limit) throws MessagingException {
        if (folder.getUIDValidity() != validity) {
            validity = folder.getUIDValidity();
            taken = 0;
        }
        Message[] waiting = folder.getMessagesByUID(taken + 1, UIDFolder.LASTUID);
        Message[] now = Arrays.copyOf(waiting, Math.min(waiting.length, limit));
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        folder.fetch(now, profile);
        int count = 0;
        for (Message message : now) {
            long uid = folder.getUID(message);
            // A server answers "from here to the last one" with the last one even if it lies before.
            if (uid > taken) {
                Optional<RawMail> mail = load((IMAPMessage) message, uid);
                if (mail.isPresent()) {
                    taker.take(mail.get());
                    count++;
                }
                taken = uid;
                flag(folder, message);
            }
        }
        return count;
    }

    /** Empty if somebody removed the message meanwhile. */
    private Optional<RawMail> load(IMAPMessage message, long uid) throws MessagingException {
        message.setPeek(true);
        try (InputStream in = message.getMimeStream()) {
            long size = message.getSizeLong();
            boolean tooLarge = size > MailReader.MAX_RAW_BYTES;
            byte[] bytes = in.readNBytes(tooLarge ? MailReader.MAX_HEADER_BYTES : MailReader.MAX_RAW_BYTES + 1);
            return Optional.of(new RawMail(name + ", UID " + uid, bytes, tooLarge ? size : bytes.length));
        } catch (MessageRemovedException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (message.isExpunged()) {
                return Optional.empty();
            }
            throw new MessagingException("the connection ended", e);
        }
    }

    private static void flag(IMAPFolder folder, Message message) throws MessagingException {
        if (folder.getMode() == Folder.READ_WRITE) {
            try {
                message.setFlag(Flags.Flag.SEEN, true);
            } catch (MessageRemovedException e) {
                // Nobody is left to be shown the flag.
                return;
            }
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

    /** {@return the folder and the server, never the credentials} */
    @Override
    public String toString() {
        return name;
    }

    /** Takes messages out of an inbox. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Takes one message. When this returns the message counts as taken, so whatever keeps it must have committed.
         *
         * @param mail the message; only its beginning if it is too large, see {@link RawMail#whole()}
         */
        void take(RawMail mail);
    }

    /** Collects the settings of an inbox. Not safe for use by several threads. */
    public static final class Builder {
        private final String host;
        private final int port;
        private final Credentials credentials;
        private String folder = "INBOX";
        private SmtpSecurity security = SmtpSecurity.TLS;
        private Duration connectTimeout = Duration.ofSeconds(30);
        private Duration readTimeout = Duration.ofSeconds(60);
        private Optional<SSLContext> tls = Optional.empty();

        private Builder(String host, int port, Credentials credentials) {
            this.host = Check.line("imap.host", host, Credentials.MAX_LENGTH);
            this.port = (int) Check.range("imap.port", port, 1, 65_535);
            this.credentials = credentials;
        }

        /**
         * Sets the folder.
         *
         * @param folder its full name on the server; {@code INBOX} when not set
         * @return this
         */
        public Builder folder(String folder) {
            this.folder = Check.line("imap.folder", folder, Credentials.MAX_LENGTH);
            return this;
        }

        /**
         * Sets how the connection is kept private.
         *
         * @param security {@link SmtpSecurity#TLS} when not set
         * @return this
         */
        public Builder security(SmtpSecurity security) {
            this.security = security;
            return this;
        }

        /**
         * Sets how long to wait for the connection.
         *
         * @param timeout 30 seconds when not set
         * @return this
         */
        public Builder connectTimeout(Duration timeout) {
            this.connectTimeout = Check.positive("imap.connectTimeout", timeout);
            return this;
        }

        /**
         * Sets how long to wait for each answer.
         *
         * @param timeout 60 seconds when not set
         * @return this
         */
        public Builder readTimeout(Duration timeout) {
            this.readTimeout = Check.positive("imap.readTimeout", timeout);
            return this;
        }

        /**
         * Sets whom to trust.
         *
         * @param context the platform's trusted authorities when not set
         * @return this
         */
        public Builder tls(SSLContext context) {
            this.tls = Optional.of(context);
            return this;
        }

        /** {@return the inbox; it has no connection yet} */
        public ImapInbox build() {
            return new ImapInbox(this);
        }

        private Properties properties() {
            Properties p = MailProperties.of("imap", host, port, security, connectTimeout, readTimeout, tls);
            p.put("mail.imap.peek", "true");
            p.put("mail.imap.fetchsize", String.valueOf(FETCH_BYTES));
            return p;
        }
    }
}
