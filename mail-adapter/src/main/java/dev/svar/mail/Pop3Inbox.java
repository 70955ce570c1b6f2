package dev.svar.mail;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/**
 * Fetches mail from a mailbox over POP3 (RFC 1939), each message once in the order of the server.
 *
 * <p>What was taken is told by the server's own ids (UIDL), of which the ledger keeps one row for each message, as long as the
 * server has it. Messages that
 * are to be deleted are deleted when a connection ends; those for which it did not end well are deleted by the next one.
 * Safe for use by several threads.
 */
public final class Pop3Inbox implements MailInbox {
    private final MailServerAddress address;
    private final AfterTaking after;
    private final Map<UUID, Long> taken = new ConcurrentHashMap<>();
    private final Set<UUID> tried = ConcurrentHashMap.newKeySet();
    private volatile boolean recalled;

    private Pop3Inbox(Builder b) {
        this.address = new MailServerAddress(
                "pop3", b.host, b.port, b.login, b.security, b.connectTimeout, b.readTimeout, b.tls);
        this.after = b.after;
    }

    /**
     * Starts an inbox on one server, under {@link SmtpSecurity#TLS} unless told otherwise.
     *
     * @param host the server's name
     * @param port the server's port, usually 995, or 110 with {@link SmtpSecurity#STARTTLS}
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

    Pop3Connection connect(OpenSocket socket) throws MessagingException {
        return Pop3Connection.open(this, socket);
    }

    MailServerAddress address() {
        return address;
    }

    boolean deletes() {
        return after instanceof AfterTaking.Delete;
    }

    /** What is known of messages that were taken, so that the store is not asked each time for what stays on the server. */
    Map<UUID, Long> taken() {
        return taken;
    }

    /** Whether it is known what earlier processes left. */
    boolean isRecalled() {
        return recalled;
    }

    /** What was tried and not taken, perhaps since it failed: what was noted of it goes when it is gone. */
    Set<UUID> tried() {
        return tried;
    }

    void recall(Set<UUID> failed, Map<UUID, Long> kept) {
        tried.addAll(failed);
        taken.putAll(kept);
        recalled = true;
    }

    @Override
    public String id() {
        return address.id("");
    }

    @Override
    public String toString() {
        return "POP3 mailbox at " + address.host() + ":" + address.port();
    }

    /** Collects the settings of an inbox. Not safe for use by several threads. */
    public static final class Builder {
        private final String host;
        private final int port;
        private final MailLogin login;
        private AfterTaking after = AfterTaking.leave();
        private SmtpSecurity security = SmtpSecurity.TLS;
        private Duration connectTimeout = Duration.ofSeconds(30);
        private Duration readTimeout = Duration.ofSeconds(60);
        private Optional<SSLContext> tls = Optional.empty();

        private Builder(String host, int port, MailLogin login) {
            this.host = Check.line("pop3.host", host, MailLogin.MAX_LENGTH);
            this.port = (int) Check.range("pop3.port", port, 1, 65_535);
            this.login = login;
        }

        /**
         * Sets what becomes of a message on the server after the desk has committed it.
         *
         * @param after {@link AfterTaking#leave} when not set
         * @return this
         * @throws InvalidValueException if it is to be moved, for which there is no place
         */
        public Builder afterwards(AfterTaking after) {
            if (after instanceof AfterTaking.MoveTo) {
                throw new InvalidValueException("pop3.afterwards", "is a move, but there are no folders over POP3");
            }
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
            this.connectTimeout = Check.positive("pop3.connectTimeout", timeout);
            return this;
        }

        /**
         * Sets how long to wait for each answer.
         *
         * @param timeout 60 seconds when not set
         * @return this
         */
        public Builder readTimeout(Duration timeout) {
            this.readTimeout = Check.positive("pop3.readTimeout", timeout);
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
        public Pop3Inbox build() {
            return new Pop3Inbox(this);
        }
    }
}
