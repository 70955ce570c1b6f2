package dev.svar.mail;

import dev.svar.message.SendOutcome;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** One connection to a mail server, made when it is needed and again when it has ended. Used by one thread at a time. */
final class SmtpConnection {
    /** Angus says so for addresses in other letters that a server does not take (RFC 6531, section 3.3). */
    private static final String NOT_IN_ASCII = "5.6.7";

    private final SmtpServer server;
    private @Nullable SMTPTransport open;
    private boolean utf8;
    private int sent;
    private long lastUsed;

    SmtpConnection(SmtpServer server) {
        this.server = server;
    }

    /** Offers a mail once: to a server that is there, over a connection that is alive. */
    SendOutcome send(OutgoingMail mail, boolean needsUtf8) {
        boolean reused = isAlive(needsUtf8);
        SendOutcome outcome = offer(mail, needsUtf8, reused);
        // A server may end a kept connection at any time: nothing of the mail had gone, so that was no try.
        boolean lost = reused && open == null && !mail.isBegun();
        outcome = lost ? offer(mail, needsUtf8, false) : outcome;
        lastUsed = System.nanoTime();
        return outcome;
    }

    boolean isIdleFor(Duration time) {
        return System.nanoTime() - lastUsed >= time.toNanos();
    }

    /** The kept connection is reset, which also tells whether it is alive, before the next mail is offered over it. */
    private boolean isAlive(boolean needsUtf8) {
        SMTPTransport kept = open;
        if (kept != null
                && utf8 == needsUtf8
                && sent < server.mailsPerConnection()
                && !isIdleFor(server.idle())
                && kept.isConnected()) {
            return true;
        }
        close();
        return false;
    }

    private SendOutcome offer(OutgoingMail mail, boolean needsUtf8, boolean reused) {
        try {
            if (!reused) {
                connect(needsUtf8);
            }
        } catch (MessagingException | RuntimeException e) {
            int code = open == null ? 0 : open.getLastReturnCode();
            close();
            return SmtpOutcome.notConnected(e, code);
        }
        SMTPTransport transport = open;
        if (transport == null) {
            return new SendOutcome.Deferred("", "no connection");
        }
        if (needsUtf8 && !transport.supportsExtension("SMTPUTF8")) {
            return new SendOutcome.Failed(
                    NOT_IN_ASCII, "an address has letters that the server does not take (it has no SMTPUTF8)");
        }
        try {
            sent++;
            transport.sendMessage(mail, mail.getAllRecipients());
            return new SendOutcome.Accepted(SmtpOutcome.line(transport.getLastServerResponse()));
        } catch (MessagingException | RuntimeException e) {
            int code = SmtpOutcome.code(e);
            if (code == 0 || code == SmtpOutcome.CLOSING) {
                close();
            }
            return SmtpOutcome.refused(e, code, mail.isHandedOver());
        }
    }

    private void connect(boolean needsUtf8) throws MessagingException {
        Session session = server.session(needsUtf8);
        // Named here, not looked up: the mail library finds its own parts through the context class loader.
        SMTPTransport fresh =
                new SMTPTransport(session, new URLName("smtp", server.host(), server.port(), null, null, null));
        open = fresh;
        utf8 = needsUtf8;
        sent = 0;
        if (server.login().isPresent()) {
            server.login().get().let((user, secret) -> fresh.connect(server.host(), server.port(), user, secret));
        } else {
            fresh.connect(server.host(), server.port(), null, null);
        }
    }

    void close() {
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
