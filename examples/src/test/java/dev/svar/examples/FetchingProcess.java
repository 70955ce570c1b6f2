package dev.svar.examples;

import com.zaxxer.hikari.HikariDataSource;
import dev.svar.HelpDesk;
import dev.svar.contact.TenantId;
import dev.svar.jdbc.JdbcStore;
import dev.svar.mail.AfterTaking;
import dev.svar.mail.FetchLedger;
import dev.svar.mail.ImapInbox;
import dev.svar.mail.MailIntake;
import dev.svar.mail.MailReader;
import dev.svar.mail.MailWatcher;
import dev.svar.mail.SmtpSecurity;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A process that takes the mail of a mailbox until it is killed. */
final class FetchingProcess {
    static final String DONE = "Done";

    private static final Duration LEASE = Duration.ofSeconds(1);

    private FetchingProcess() {}

    /** Arguments: the database, the port of the IMAP server. */
    public static void main(String... args) throws InterruptedException {
        try (HikariDataSource pool = MailingProcess.pool(args[0])) {
            JdbcStore store = JdbcStore.builder(pool).build();
            HelpDesk desk =
                    MailingProcess.builder(store, InstantSource.system()).build();
            ImapInbox inbox = ImapInbox.builder(
                            MailServer.HOST, Integer.parseInt(args[1]), Stage.SUPPORT.value(), MailServer.PASSWORD)
                    .security(SmtpSecurity.NONE)
                    .afterwards(AfterTaking.moveTo(DONE))
                    .build();
            FetchLedger ledger = FetchLedger.of(store, TenantId.DEFAULT, InstantSource.system())
                    .lease(LEASE)
                    .tries(1000);
            MailIntake intake = MailIntake.of(desk, MailReader.forMailbox(Stage.SUPPORT));
            try (MailWatcher watcher = MailWatcher.builder(inbox, intake, ledger, Executors.newScheduledThreadPool(1))
                    .poll(Duration.ofMillis(100))
                    .start()) {
                new CountDownLatch(1).await();
            }
        }
    }
}
