package dev.svar.mail;

import dev.svar.message.Content;
import jakarta.mail.Session;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/**
 * Where a mailbox lies and how to get there.
 *
 * @param protocol {@code imap} or {@code pop3}
 * @param host the server's name
 * @param port its port
 * @param login how to log in
 * @param security how the connection is kept private
 * @param connectTimeout how long to wait for it
 * @param readTimeout how long to wait for an answer
 * @param tls whom to trust, if not the platform's authorities
 */
record MailServerAddress(
        String protocol,
        String host,
        int port,
        MailLogin login,
        SmtpSecurity security,
        Duration connectTimeout,
        Duration readTimeout,
        Optional<SSLContext> tls) {
    private static final int ID_DIGITS = 32;

    Session session(OpenSocket socket, Properties more) {
        Properties p = MailProperties.of(protocol, host, port, security, connectTimeout, readTimeout, Optional.empty());
        p.putAll(more);
        login.into(p, protocol);
        p.put("mail." + protocol + ".socketFactory", socket.plain());
        p.put("mail." + protocol + ".ssl.socketFactory", socket.tls(tlsSockets()));
        return Session.getInstance(p);
    }

    private SSLSocketFactory tlsSockets() {
        try {
            return tls.isPresent()
                    ? tls.get().getSocketFactory()
                    : SSLContext.getDefault().getSocketFactory();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this platform has no TLS", e);
        }
    }

    /** The same on all nodes, and short enough to name a piece of work. */
    String id(String folder) {
        String all = String.join("\n", protocol, host, String.valueOf(port), login.user(), folder);
        String digest = Content.of(all.getBytes(StandardCharsets.UTF_8)).ref().digest();
        return protocol + "-" + digest.substring(0, ID_DIGITS);
    }

    static UUID name(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }
}
