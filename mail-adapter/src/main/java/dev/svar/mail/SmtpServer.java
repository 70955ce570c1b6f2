package dev.svar.mail;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Optional;

/**
 * A mail server and how it is talked to.
 *
 * @param plain the settings for addresses in ASCII
 * @param wide the settings for addresses in other letters
 * @param mailsPerConnection after so many mails a connection is made anew
 * @param idle after such a time without a mail a connection is ended
 */
record SmtpServer(
        String host,
        int port,
        Optional<MailLogin> login,
        Session plain,
        Session wide,
        int mailsPerConnection,
        Duration idle) {
    Session session(boolean utf8) {
        return utf8 ? wide : plain;
    }

    /** {@return the server, never the credentials} */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
