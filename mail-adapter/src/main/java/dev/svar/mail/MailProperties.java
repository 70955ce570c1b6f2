package dev.svar.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;

/** The session settings that every protocol of the mail library has under its own prefix. */
final class MailProperties {
    private MailProperties() {}

    static Properties of(
            String protocol,
            String host,
            int port,
            SmtpSecurity security,
            Duration connectTimeout,
            Duration readTimeout,
            Optional<SSLContext> tls) {
        String prefix = "mail." + protocol + ".";
        Properties p = new Properties();
        p.put("mail.transport.protocol", "smtp");
        p.put("mail.mime.address.strict", "false");
        p.put(prefix + "host", host);
        p.put(prefix + "port", String.valueOf(port));
        p.put(prefix + "connectiontimeout", String.valueOf(connectTimeout.toMillis()));
        p.put(prefix + "timeout", String.valueOf(readTimeout.toMillis()));
        p.put(prefix + "writetimeout", String.valueOf(readTimeout.toMillis()));
        p.put(prefix + "starttls.enable", String.valueOf(security == SmtpSecurity.STARTTLS));
        p.put(prefix + "starttls.required", String.valueOf(security == SmtpSecurity.STARTTLS));
        p.put(prefix + "ssl.enable", String.valueOf(security == SmtpSecurity.TLS));
        p.put(prefix + "ssl.checkserveridentity", "true");
        tls.ifPresent(context -> p.put(prefix + "ssl.socketFactory", context.getSocketFactory()));
        return p;
    }
}
