package dev.svar.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** The session settings that every protocol of the mail library has under its own prefix. */
final class MailProperties {
    /** The mail library watches its writes with a timer; this one keeps no process alive and ends when nothing is written. */
    private static final ScheduledExecutorService WRITE_TIMER = writeTimer();

    private MailProperties() {}

    private static ScheduledExecutorService writeTimer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "svar-mail-write-timeout");
            thread.setDaemon(true);
            return thread;
        });
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /** For work that is short and waits for nobody. */
    static ScheduledExecutorService timer() {
        return WRITE_TIMER;
    }

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
        p.put(prefix + "executor.writetimeout", WRITE_TIMER);
        p.put(prefix + "starttls.enable", String.valueOf(security == SmtpSecurity.STARTTLS));
        p.put(prefix + "starttls.required", String.valueOf(security == SmtpSecurity.STARTTLS));
        p.put(prefix + "ssl.enable", String.valueOf(security == SmtpSecurity.TLS));
        p.put(prefix + "ssl.checkserveridentity", "true");
        // Else a certificate that the host's own trust refuses is tried again with the platform's.
        p.put(prefix + "socketFactory.fallback", "false");
        tls.ifPresent(context -> p.put(prefix + "ssl.socketFactory", context.getSocketFactory()));
        return p;
    }
}
