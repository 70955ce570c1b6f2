package dev.svar.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.svar.contact.Address;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/**
 * A real mail server for desks and people. Mail to an address with a token after a plus sign goes to the mailbox without it; of
 * every header that it passes on it leaves out what it is told to.
 */
final class PostOffice implements AutoCloseable {
    static final String PASSWORD = "secret";

    /** A mail that was passed on, by the addresses of its envelope. */
    record Passed(String from, String to) {}

    private final GreenMail server = new GreenMail(
            new ServerSetup[] {new ServerSetup(0, "127.0.0.1", "smtp"), new ServerSetup(0, "127.0.0.1", "imap")});
    private final List<Passed> passed = new CopyOnWriteArrayList<>();
    private final Predicate<String> leftOut;

    /** Leaves out the fields of the header whose names, in lower case, are such. */
    PostOffice(Predicate<String> leftOut) {
        this.leftOut = leftOut;
        server.start();
        server.getUserManager().setMessageDeliveryHandler(this::deliver);
    }

    private GreenMailUser deliver(MovingMessage mail, MailAddress to) throws MessagingException, UserException {
        MimeMessage message = mail.getMessage();
        for (Header header : Collections.list(message.getAllHeaders())) {
            if (leftOut.test(header.getName().toLowerCase(Locale.ROOT))) {
                message.removeHeader(header.getName());
            }
        }
        String sender = mail.getReturnPath() == null ? "" : mail.getReturnPath().getEmail();
        passed.add(new Passed(plain(sender), plain(to.getEmail())));
        return user(plain(to.getEmail()));
    }

    private static String plain(String address) {
        return address.replaceFirst("\\+[^@]*", "");
    }

    void open(Address mailbox) {
        server.setUser(mailbox.value(), mailbox.value(), PASSWORD);
    }

    private GreenMailUser user(String address) {
        return server.getUserManager().getUserByEmail(address);
    }

    MailFolder inbox(Address mailbox) throws FolderException {
        return server.getManagers().getImapHostManager().getInbox(user(mailbox.value()));
    }

    int smtpPort() {
        return server.getSmtp().getPort();
    }

    int imapPort() {
        return server.getImap().getPort();
    }

    /** Whatever was passed on, in order. */
    List<Passed> passed() {
        return List.copyOf(passed);
    }

    long passedTo(Address mailbox) {
        return passed.stream().filter(mail -> mail.to().equals(mailbox.value())).count();
    }

    /** Somebody sends a mail, from whatever address. */
    void send(String from, String to, String mail) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", String.valueOf(smtpPort()));
        SMTPMessage message = new SMTPMessage(Session.getInstance(settings), new ByteArrayInputStream(Mails.raw(mail)));
        message.setEnvelopeFrom(from);
        jakarta.mail.Transport.send(
                message, new jakarta.mail.Address[] {new jakarta.mail.internet.InternetAddress(to)});
    }

    @Override
    public void close() {
        server.stop();
    }
}
