package dev.svar.mail;

import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** One connection to a mail server, made when it is needed and again when it has ended. */
final class SmtpConnection {
    private final String host;
    private final int port;
    private final Session session;
    private final Optional<Credentials> credentials;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable SMTPTransport open;

    SmtpConnection(
            String host, int port, Properties properties, Optional<Credentials> credentials, InstantSource clock) {
        this.host = host;
        this.port = port;
        this.session = Session.getInstance(properties);
        this.credentials = credentials;
        this.clock = clock;
    }

    SendOutcome send(OutboundMessage message) {
        lock.lock();
        try {
            return offer(OutgoingMail.of(session, message, clock.instant()));
        } catch (MessagingException | RuntimeException e) {
            return new SendOutcome.Failed("", "the mail cannot be written: " + SmtpOutcome.words(e));
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            drop();
        } finally {
            lock.unlock();
        }
    }

    private SendOutcome offer(OutgoingMail mail) {
        SMTPTransport transport;
        try {
            transport = connected();
        } catch (MessagingException | RuntimeException e) {
            int code = open == null ? 0 : open.getLastReturnCode();
            drop();
            return SmtpOutcome.notConnected(e, code);
        }
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
            return new SendOutcome.Accepted(SmtpOutcome.line(transport.getLastServerResponse()));
        } catch (MessagingException | RuntimeException e) {
            int code = SmtpOutcome.code(e);
            if (code == 0 || code == SmtpOutcome.CLOSING) {
                drop();
            }
            return SmtpOutcome.refused(e, code, mail.isHandedOver());
        }
    }

    /** The kept connection is asked whether it is alive before a mail is offered over it. */
    private SMTPTransport connected() throws MessagingException {
        SMTPTransport kept = open;
        if (kept != null && kept.isConnected()) {
            return kept;
        }
        drop();
        // Named here, not looked up: the mail library finds its own parts through the context class loader.
        SMTPTransport fresh = new SMTPTransport(session, new URLName("smtp", host, port, null, null, null));
        open = fresh;
        fresh.connect(
                host,
                port,
                credentials.map(Credentials::user).orElse(null),
                credentials.map(Credentials::password).orElse(null));
        return fresh;
    }

    private void drop() {
        SMTPTransport kept = open;
        open = null;
        if (kept != null) {
            try {
                kept.close();
            } catch (MessagingException | RuntimeException e) {
                // It has ended all the same.
                return;
            }
        }
    }
}
