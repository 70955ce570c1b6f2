package dev.svar.mail;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLContext;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps copies in a folder of an IMAP server, read already (RFC 9051, APPEND); the folder is made if it is not there. One
 * connection is kept and made again when it has ended. Safe for use by several threads, which wait for each other.
 */
public final class ImapSentFolder implements MailCopies, AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final String host;
    private final int port;
    private final MailLogin login;
    private final String folder;
    private final Session session;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable IMAPStore open;

    private ImapSentFolder(
            String host, int port, MailLogin login, String folder, SmtpSecurity security, Optional<SSLContext> tls) {
        this.host = Check.line("imap.host", host, MailLogin.MAX_LENGTH);
        this.port = (int) Check.range("imap.port", port, 1, 65_535);
        this.login = login;
        this.folder = Check.line("imap.folder", folder, MailLogin.MAX_LENGTH);
        Properties p = MailProperties.of("imap", host, port, security, TIMEOUT, TIMEOUT, tls);
        login.into(p, "imap");
        this.session = Session.getInstance(p);
    }

    /**
     * A folder on one server, under the platform's trusted authorities.
     *
     * @param host the server's name
     * @param port the server's port, usually 993 with {@link SmtpSecurity#TLS}
     * @param login how to log in
     * @param folder the folder, for example {@code Sent}
     * @param security how the connection is kept private
     * @return the folder; there is no connection yet
     */
    public static ImapSentFolder at(String host, int port, MailLogin login, String folder, SmtpSecurity security) {
        return new ImapSentFolder(host, port, login, folder, security, Optional.empty());
    }

    /**
     * The same with others to trust.
     *
     * @param context whom to trust
     * @return the folder
     */
    public ImapSentFolder tls(SSLContext context) {
        boolean tls = Boolean.parseBoolean(session.getProperty("mail.imap.ssl.enable"));
        boolean startTls = Boolean.parseBoolean(session.getProperty("mail.imap.starttls.enable"));
        SmtpSecurity security = tls ? SmtpSecurity.TLS : startTls ? SmtpSecurity.STARTTLS : SmtpSecurity.NONE;
        return new ImapSentFolder(host, port, login, folder, security, Optional.of(context));
    }

    /**
     * Keeps one mail.
     *
     * @param mail the whole mail
     * @throws MailboxException if the server cannot be reached or does not let us in
     * @throws InvalidValueException if the server is there and does not take it
     */
    @Override
    public void keep(byte[] mail) {
        if (!hasTurn()) {
            throw new MailboxException(toString(), "keeps others waiting", true);
        }
        try {
            MimeMessage copy = new MimeMessage(session, new ByteArrayInputStream(mail));
            copy.setFlag(Flags.Flag.SEEN, true);
            append(copy);
        } catch (MessagingException e) {
            IMAPStore kept = open;
            if (kept != null && kept.isConnected()) {
                throw new InvalidValueException("copy", "is refused: " + SmtpOutcome.words(e));
            }
            close();
            throw MailboxFault.of(toString(), e);
        } finally {
            lock.unlock();
        }
    }

    /** Behind a server that says nothing nobody waits for longer than for the server itself. */
    private boolean hasTurn() {
        try {
            return lock.tryLock(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void append(MimeMessage copy) throws MessagingException {
        Folder sent = connected().getFolder(folder);
        if (!sent.exists()) {
            sent.create(Folder.HOLDS_MESSAGES);
        }
        sent.appendMessages(new Message[] {copy});
    }

    private IMAPStore connected() throws MessagingException {
        IMAPStore kept = open;
        if (kept != null && kept.isConnected()) {
            return kept;
        }
        close();
        IMAPStore fresh = new IMAPStore(session, new URLName("imap", host, port, null, null, null));
        open = fresh;
        login.let((user, secret) -> fresh.connect(host, port, user, secret));
        return fresh;
    }

    /** Ends the connection if there is one. A later copy makes a new one. */
    @Override
    public void close() {
        lock.lock();
        try {
            IMAPStore kept = open;
            open = null;
            if (kept != null) {
                kept.close();
            }
        } catch (MessagingException e) {
            // It has ended all the same.
            return;
        } finally {
            lock.unlock();
        }
    }

    /** {@return the folder, never the credentials} */
    @Override
    public String toString() {
        return "IMAP folder " + folder + " at " + host + ":" + port;
    }
}
