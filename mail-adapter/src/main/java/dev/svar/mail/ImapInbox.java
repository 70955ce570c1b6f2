package dev.svar.mail;

import dev.svar.error.Check;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLContext;

/**
 * Fetches mail from one folder of an IMAP server (RFC 9051), each message once in the order of arrival.
 *
 * <p>What was taken is told by the highest UID, not by flags, which other programs change. It begins with the oldest message
 * of the folder, and does so again when the server gives the folder another UIDVALIDITY; that is safe, since the desk takes
 * nothing twice. What becomes of a message on the server, after the desk committed it, is for {@link Builder#afterwards} to
 * say. Neither IDLE nor MOVE nor UIDPLUS is needed. Without UIDPLUS a message that is to go is flagged as deleted, and
 * removed only if nobody else flagged another one.
 *
 * <p>Each call of {@link #fetch} makes a connection and ends it; a {@link MailWatcher} keeps one. Safe for use by several
 * threads.
 */
public final class ImapInbox implements MailInbox {
    private final MailServerAddress address;
    private final String folder;
    private final AfterTaking after;
    private final ReentrantLock lock = new ReentrantLock();
    private long validity = -1;
    private long taken;

    private ImapInbox(Builder b) {
        this.address = new MailServerAddress(
                "imap", b.host, b.port, b.login, b.security, b.connectTimeout, b.readTimeout, b.tls);
        this.folder = b.folder;
        this.after = b.after;
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
        return new Builder(host, port, MailLogin.password(user, password));
    }

    /**
     * Starts an inbox on one server. It reads the folder {@code INBOX} under {@link SmtpSecurity#TLS} unless told
     * otherwise.
     *
     * @param host the server's name
     * @param port the server's port, usually 993, or 143 with {@link SmtpSecurity#STARTTLS}
     * @param login how to log in
     * @return a builder
     */
    public static Builder builder(String host, int port, MailLogin login) {
        return new Builder(host, port, login);
    }

    @Override
    public FetchRun fetch(MailIntake intake, FetchLedger ledger, int limit) {
        Check.range("limit", limit, 1, Integer.MAX_VALUE);
        return Fetching.once(this, intake, ledger, limit);
    }

    /**
     * Hands over the messages that were not taken yet, the oldest first, for a host that keeps no ledger: what was taken is
     * known as long as this inbox lives, and a message that the taker throws on comes again each time.
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
        try (ImapConnection connection = connect(new OpenSocket())) {
            return drain(connection, taker, limit);
        } catch (MessagingException e) {
            throw MailboxFault.of(toString(), e);
        } finally {
            lock.unlock();
        }
    }

    private int drain(ImapConnection connection, Taker taker, int limit) throws MessagingException {
        if (connection.validity() != validity) {
            validity = connection.validity();
            taken = 0;
        }
        MailRow<Long> waiting = connection.after(taken);
        int count = 0;
        while (count < limit && waiting.hasNext()) {
            Waiting<Long> next = waiting.next();
            Optional<RawMail> mail = connection.load(next);
            if (mail.isPresent()) {
                taker.take(mail.get());
                count++;
            }
            taken = next.number();
            connection.acknowledge(next, Fate.TAKEN);
        }
        return count;
    }

    ImapConnection connect(OpenSocket socket) throws MessagingException {
        return ImapConnection.open(this, socket);
    }

    MailServerAddress address() {
        return address;
    }

    String folder() {
        return folder;
    }

    AfterTaking after() {
        return after;
    }

    @Override
    public String id() {
        return address.id(folder);
    }

    @Override
    public String toString() {
        return "IMAP folder " + folder + " at " + address.host() + ":" + address.port();
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
        private final MailLogin login;
        private String folder = "INBOX";
        private AfterTaking after = AfterTaking.markSeen();
        private SmtpSecurity security = SmtpSecurity.TLS;
        private Duration connectTimeout = Duration.ofSeconds(30);
        private Duration readTimeout = Duration.ofSeconds(60);
        private Optional<SSLContext> tls = Optional.empty();

        private Builder(String host, int port, MailLogin login) {
            this.host = Check.line("imap.host", host, MailLogin.MAX_LENGTH);
            this.port = (int) Check.range("imap.port", port, 1, 65_535);
            this.login = login;
        }

        /**
         * Sets the folder.
         *
         * @param folder its full name on the server; {@code INBOX} when not set
         * @return this
         */
        public Builder folder(String folder) {
            this.folder = Check.line("imap.folder", folder, MailLogin.MAX_LENGTH);
            return this;
        }

        /**
         * Sets what becomes of a message on the server after the desk has committed it.
         *
         * @param after {@link AfterTaking#markSeen} when not set
         * @return this
         */
        public Builder afterwards(AfterTaking after) {
            this.after = after;
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
    }
}
