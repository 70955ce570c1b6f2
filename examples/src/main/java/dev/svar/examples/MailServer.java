package dev.svar.examples;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.svar.contact.Address;

/**
 * A real SMTP and IMAP server in this process. Like any mail server it puts mail for {@code support+anything@} into the
 * mailbox of {@code support@}; mail for anybody else is accepted too and goes nowhere.
 */
final class MailServer implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    static final String PASSWORD = "secret";

    private static final long START_MILLIS = 30_000;

    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    static MailServer start(Address mailbox) {
        ServerSetup smtp = new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP);
        ServerSetup imap = new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP);
        smtp.setServerStartupTimeout(START_MILLIS);
        imap.setServerStartupTimeout(START_MILLIS);
        GreenMail server = new GreenMail(new ServerSetup[] {smtp, imap});
        server.start();
        server.setUser(mailbox.value(), mailbox.value(), PASSWORD);
        UserManager users = server.getUserManager();
        users.setMessageDeliveryHandler(
                (message, to) -> user(users, to.getEmail().replaceFirst("\\+[^@]*@", "@")));
        return new MailServer(server);
    }

    private static GreenMailUser user(UserManager users, String address) throws UserException {
        GreenMailUser known = users.getUserByEmail(address);
        return known == null ? users.createUser(address, address, PASSWORD) : known;
    }

    int smtpPort() {
        return server.getSmtp().getPort();
    }

    int imapPort() {
        return server.getImap().getPort();
    }

    /** How many mails were delivered to somebody. */
    int received(String address) {
        return (int) server.findReceivedMessages(user -> user.getEmail().equals(address), mail -> true)
                .count();
    }

    /** The newest mail that was delivered to somebody, as it arrived, one character for each byte. */
    String lastMail(String address) {
        return server.findReceivedMessages(user -> user.getEmail().equals(address), mail -> true)
                .reduce((older, newer) -> newer)
                .map(GreenMailUtil::getWholeMessage)
                .orElseThrow();
    }

    /** Throws away everything delivered so far, so that a long run does not fill the memory. */
    void empty() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException("the mail server cannot empty its mailboxes", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
