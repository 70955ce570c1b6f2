package dev.svar.mail;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.message.Transport;
import dev.svar.store.StoreException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * Sends mail over SMTP (RFC 5321). What the server said decides: a code from 500 on is {@link SendOutcome.Failed}, one
 * from 400 on is {@link SendOutcome.Deferred}, and a server that cannot be reached, cannot be talked to in private or
 * does not let us in is {@link SendOutcome.Unavailable}. A connection that ends after the whole mail went and before the server answered
 * is {@link SendOutcome.Uncertain}.
 *
 * <p>Connections are kept and used again, one mail after the other, until they have been idle for a while or have carried
 * enough; the first one is made by the first send. A kept connection that has ended before anything of a mail went over it
 * is made anew within the same send. Safe for use by several threads, which share the connections.
 */
public final class SmtpTransport implements Transport, AutoCloseable {
    /** After the place for copies could not be reached, for so long none is tried. */
    private static final Duration COPIES_REST = Duration.ofMinutes(1);

    private final SmtpServer server;
    private final SmtpConnections connections;
    private final SentFiles files;
    private final Optional<MailSigner> signer;
    private final Optional<MailCopies> copies;
    private final boolean ownReturnPath;
    private final Duration patience;
    private final InstantSource clock;
    private final AtomicLong lostCopies = new AtomicLong();
    private volatile Instant copiesRestUntil = Instant.MIN;

    private SmtpTransport(Builder b) {
        this.server = new SmtpServer(
                b.host,
                b.port,
                b.login,
                Session.getInstance(b.properties(false)),
                Session.getInstance(b.properties(true)),
                b.mailsPerConnection,
                b.idle);
        this.connections = new SmtpConnections(server, b.connections, b.perDomain);
        this.files = b.files;
        this.signer = b.signer;
        this.copies = b.copies;
        this.ownReturnPath = b.ownReturnPath;
        this.patience = b.readTimeout;
        this.clock = b.clock;
    }

    /**
     * Starts a transport to one server. It takes {@link SmtpSecurity#STARTTLS}, no login and one connection unless told
     * otherwise.
     *
     * @param host the server's name
     * @param port the server's port, usually 587, or 465 with {@link SmtpSecurity#TLS}
     * @param clock tells the time for the mail's Date
     * @return a builder
     */
    public static Builder builder(String host, int port, InstantSource clock) {
        return new Builder(host, port, clock);
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public SendOutcome send(OutboundMessage message) {
        boolean utf8 = OutgoingMail.needsUtf8(message);
        OutgoingMail mail;
        try {
            mail = OutgoingMail.of(server.session(utf8), message, files, clock.instant());
            if (ownReturnPath && message.returnPath().isPresent()) {
                mail.setEnvelopeFrom(PlainText.line(message.returnPath().get().value(), Address.MAX_LENGTH));
            }
        } catch (StoreException e) {
            return new SendOutcome.Deferred("", "the files of the mail cannot be read for the time being");
        } catch (MessagingException | RuntimeException e) {
            return new SendOutcome.Failed("", "the mail cannot be written: " + SmtpOutcome.words(e));
        }
        try {
            if (signer.isPresent()) {
                mail.addHeaderLine(signer.get().signature(mail.raw()));
            }
        } catch (MessagingException | RuntimeException e) {
            return new SendOutcome.Deferred(
                    "", "the mail cannot be signed: " + e.getClass().getSimpleName());
        }
        SendOutcome outcome = offer(mail, message.to().domain(), utf8);
        if (outcome instanceof SendOutcome.Accepted) {
            copy(mail);
        }
        return outcome;
    }

    private SendOutcome offer(OutgoingMail mail, String domain, boolean utf8) {
        Optional<SmtpConnection> connection = connections.borrow(domain, patience);
        if (connection.isEmpty()) {
            return new SendOutcome.Deferred("", "no connection was free in " + patience);
        }
        try {
            return connection.get().send(mail, utf8);
        } finally {
            connections.giveBack(connection.get(), domain);
        }
    }

    /** The mail has been sent, whatever becomes of its copy. A place for copies that is away must not hold up what is sent. */
    private void copy(OutgoingMail mail) {
        if (copies.isEmpty()) {
            return;
        }
        if (clock.instant().isBefore(copiesRestUntil)) {
            lostCopies.incrementAndGet();
            return;
        }
        try {
            copies.get().keep(mail.raw());
        } catch (InvalidValueException e) {
            lostCopies.incrementAndGet();
        } catch (MessagingException | RuntimeException e) {
            copiesRestUntil = clock.instant().plus(COPIES_REST);
            lostCopies.incrementAndGet();
        }
    }

    /** {@return how many mails were sent of which {@link MailCopies} did not keep a copy} */
    public long lostCopies() {
        return lostCopies.get();
    }

    /** Ends the connections that carry no mail just now. A later send makes a new one. */
    @Override
    public void close() {
        connections.close();
    }

    /** {@return the server, never the credentials} */
    @Override
    public String toString() {
        return "SMTP to " + server;
    }

    /** Collects the settings of a transport. Not safe for use by several threads. */
    public static final class Builder {
        /** The most connections that a transport can have. */
        public static final int MAX_CONNECTIONS = 100;

        /** The most mails that a connection can be allowed to carry. */
        public static final int MAX_MAILS = 100_000;

        private final String host;
        private final int port;
        private final InstantSource clock;
        private Optional<MailLogin> login = Optional.empty();
        private SmtpSecurity security = SmtpSecurity.STARTTLS;
        private Duration connectTimeout = Duration.ofSeconds(30);
        private Duration readTimeout = Duration.ofSeconds(60);
        private Optional<SSLContext> tls = Optional.empty();
        private int connections = 1;
        private int perDomain = 2;
        private int mailsPerConnection = 100;
        private Duration idle = Duration.ofSeconds(30);
        private SentFiles files = SentFiles.none();
        private Optional<MailSigner> signer = Optional.empty();
        private Optional<MailCopies> copies = Optional.empty();
        private boolean ownReturnPath = true;

        private Builder(String host, int port, InstantSource clock) {
            this.host = Check.line("smtp.host", host, MailLogin.MAX_LENGTH);
            this.port = (int) Check.range("smtp.port", port, 1, 65_535);
            this.clock = clock;
        }

        /**
         * Logs in before sending, with a password or access tokens; it may be the login of a mailbox too.
         *
         * @param login nobody when not set
         * @return this
         */
        public Builder login(MailLogin login) {
            this.login = Optional.of(login);
            return this;
        }

        /**
         * Sets how the connection is kept private.
         *
         * @param security {@link SmtpSecurity#STARTTLS} when not set; a server that does not offer it gets no mail
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
            this.connectTimeout = Check.positive("smtp.connectTimeout", timeout);
            return this;
        }

        /**
         * Sets how long to wait for each answer and each piece of a mail to go.
         *
         * @param timeout 60 seconds when not set
         * @return this
         */
        public Builder readTimeout(Duration timeout) {
            this.readTimeout = Check.positive("smtp.readTimeout", timeout);
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

        /**
         * Sets how many mails are sent at the same time. Whoever finds no connection free waits as long as for an answer of the
         * server; then the mail is deferred.
         *
         * @param most the most connections, 1 to {@value #MAX_CONNECTIONS}; 1 when not set
         * @return this
         */
        public Builder connections(int most) {
            this.connections = (int) Check.range("smtp.connections", most, 1, MAX_CONNECTIONS);
            return this;
        }

        /**
         * Sets how many of them carry mail to the same domain, so that one slow domain does not hold up all others and none is
         * flooded.
         *
         * @param most the most at the same time, 1 to {@value #MAX_CONNECTIONS}; 2 when not set
         * @return this
         */
        public Builder connectionsPerDomain(int most) {
            this.perDomain = (int) Check.range("smtp.connectionsPerDomain", most, 1, MAX_CONNECTIONS);
            return this;
        }

        /**
         * Sets after how many mails a connection is made anew: many servers end it then.
         *
         * @param most 1 to {@value #MAX_MAILS}; 100 when not set
         * @return this
         */
        public Builder mailsPerConnection(int most) {
            this.mailsPerConnection = (int) Check.range("smtp.mailsPerConnection", most, 1, MAX_MAILS);
            return this;
        }

        /**
         * Sets how long a connection is kept that carries no mail.
         *
         * @param time 30 seconds when not set
         * @return this
         */
        public Builder idleTimeout(Duration time) {
            this.idle = Check.positive("smtp.idleTimeout", time);
            return this;
        }

        /**
         * Sets where the bytes of files come from, usually the desk's store. They are read while they are sent. Without it a
         * message with files fails.
         *
         * @param source finds the bytes by their name, safe for use by several threads
         * @return this
         */
        public Builder files(Function<ContentRef, Optional<Content>> source) {
            this.files = new SentFiles(source);
            return this;
        }

        /**
         * Has mail signed. Each mail is then held in memory as a whole.
         *
         * @param signs nobody when not set: most servers sign themselves
         * @return this
         */
        public Builder signer(MailSigner signs) {
            this.signer = Optional.of(signs);
            return this;
        }

        /**
         * Has copies kept of what was sent. Each mail is then held in memory as a whole.
         *
         * @param keeps nobody when not set
         * @return this
         */
        public Builder copies(MailCopies keeps) {
            this.copies = Optional.of(keeps);
            return this;
        }

        /**
         * Has reports about undelivered mail go to the address of the mailbox itself and not to one that names the delivery: for
         * servers that take mail from the very address of the login only. Reports are then tied to a delivery by what they
         * quote of it.
         *
         * @return this
         */
        public Builder plainReturnPath() {
            this.ownReturnPath = false;
            return this;
        }

        /** {@return the transport; it has no connection yet} */
        public SmtpTransport build() {
            return new SmtpTransport(this);
        }

        private Properties properties(boolean utf8) {
            Properties p = MailProperties.of("smtp", host, port, security, connectTimeout, readTimeout, tls);
            p.put("mail.smtp.auth", String.valueOf(login.isPresent()));
            login.ifPresent(l -> l.into(p, "smtp"));
            // RSET between two mails also tells whether the connection is alive, and QUIT waits for nobody.
            p.put("mail.smtp.userset", "true");
            p.put("mail.smtp.quitwait", "false");
            p.put("mail.mime.allowutf8", String.valueOf(utf8));
            return p;
        }
    }
}
