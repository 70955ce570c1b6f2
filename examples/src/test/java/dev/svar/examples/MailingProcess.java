package dev.svar.examples;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.svar.HelpDesk;
import dev.svar.Mailbox;
import dev.svar.contact.Address;
import dev.svar.delivery.UncertainPolicy;
import dev.svar.jdbc.JdbcStore;
import dev.svar.mail.SmtpSecurity;
import dev.svar.mail.SmtpTransport;
import dev.svar.store.DeskStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A process that does the due work of a desk until it is killed. */
final class MailingProcess {
    /** How much faster than ours its time goes, so that pauses between tries and leases that end take seconds. */
    static final int SPEED = 300;

    /** The kind of deliveries that are sent once more when nobody knows whether they were taken. */
    static final String SENT_AGAIN = "incident_updated";

    private static final int LIMIT = 100;
    private static final int PAUSE_MILLIS = 10;

    private MailingProcess() {}

    /** Arguments: the database, the port of the mail server, when time began to go fast. */
    public static void main(String... args) throws InterruptedException {
        InstantSource time = time(Instant.parse(args[2]));
        CountDownLatch never = new CountDownLatch(1);
        try (HikariDataSource pool = pool(args[0]);
                SmtpTransport smtp = SmtpTransport.builder("127.0.0.1", Integer.parseInt(args[1]), time)
                        .security(SmtpSecurity.NONE)
                        .readTimeout(Duration.ofSeconds(10))
                        .build()) {
            HelpDesk desk = builder(JdbcStore.builder(pool).build(), time)
                    .transport(smtp)
                    .build();
            while (true) {
                if (desk.runDue(LIMIT).done() == 0) {
                    never.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        }
    }

    static InstantSource time(Instant origin) {
        InstantSource real = InstantSource.system();
        return () -> origin.plus(Duration.between(origin, real.instant()).multipliedBy(SPEED));
    }

    static HelpDesk.Builder builder(DeskStore store, InstantSource time) {
        return HelpDesk.builder(store)
                .time(time)
                .uncertain(SENT_AGAIN, UncertainPolicy.RESEND)
                .mailbox(new Mailbox(Address.mail("support@shop.example"), "The shop"));
    }

    static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(3);
        return new HikariDataSource(config);
    }
}
