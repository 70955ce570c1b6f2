package dev.svar.mail;

import dev.svar.contact.Channel;
import dev.svar.error.Check;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.message.Transport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;

/**
 * Sends mail over SMTP (RFC 5321). What the server said decides: a code from 500 on is {@link SendOutcome.Failed}, one
 * from 400 on is {@link SendOutcome.Deferred}, and a server that cannot be reached, cannot be talked to in private or
 * does not let us in is {@link SendOutcome.Unavailable}. A connection that ends after the whole mail went and before the server answered
 * is {@link SendOutcome.Uncertain}.
 *
 * <p>One connection is kept and used again while it is alive; the first one is made by the first send. Safe for use by
 * several threads, which wait for each other: take several transports to send at the same time.
 */
public final class SmtpTransport implements Transport, AutoCloseable {
    private final SmtpConnection connection;
    private final String server;

    private SmtpTransport(Builder b) {
        this.server = b.host + ":" + b.port;
        this.connection = new SmtpConnection(b.host, b.port, b.properties(), b.credentials, b.clock);
    }

    /**
     * Starts a transport to one server. It takes {@link SmtpSecurity#STARTTLS} and no credentials unless told otherwise.
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
        return connection.send(message);
    }

    /** Ends the connection if there is one. A later send makes a new one. */
    @Override
    public void close() {
        connection.close();
    }

    /** {@return the server, never the credentials} */
    @Override
    public String toString() {
        return "SMTP to " + server;
    }

    /** Collects the settings of a transport. Not safe for use by several threads. */
    public static final class Builder {
        private final String host;
        private final int port;
        private final InstantSource clock;
        private Optional<Credentials> credentials = Optional.empty();
        private SmtpSecurity security = SmtpSecurity.STARTTLS;
        private Duration connectTimeout = Duration.ofSeconds(30);
        private Duration readTimeout = Duration.ofSeconds(60);
        private Optional<SSLContext> tls = Optional.empty();

        private Builder(String host, int port, InstantSource clock) {
            this.host = Check.line("smtp.host", host, Credentials.MAX_LENGTH);
            this.port = (int) Check.range("smtp.port", port, 1, 65_535);
            this.clock = clock;
        }

        /**
         * Logs in before sending.
         *
         * @param user the user's name
         * @param password the password; it appears in no message and no log
         * @return this
         */
        public Builder credentials(String user, String password) {
            this.credentials = Optional.of(Credentials.of("smtp", user, password));
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

        /** {@return the transport; it has no connection yet} */
        public SmtpTransport build() {
            return new SmtpTransport(this);
        }

        private Properties properties() {
            Properties p = MailProperties.of("smtp", host, port, security, connectTimeout, readTimeout, tls);
            p.put("mail.smtp.auth", String.valueOf(credentials.isPresent()));
            return p;
        }
    }
}
