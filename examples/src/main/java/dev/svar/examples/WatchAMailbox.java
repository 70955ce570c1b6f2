package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.contact.TenantId;
import dev.svar.mail.AfterTaking;
import dev.svar.mail.FetchLedger;
import dev.svar.mail.ImapInbox;
import dev.svar.mail.MailIntake;
import dev.svar.mail.MailReader;
import dev.svar.mail.MailWatcher;
import dev.svar.mail.SmtpSecurity;
import dev.svar.memory.MemoryStore;
import dev.svar.store.TicketQuery;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A mail is a ticket as soon as the server has it; of two nodes that watch the mailbox one fetches. */
public final class WatchAMailbox {
    private WatchAMailbox() {}

    /**
     * Watches a mailbox until a mail has become a ticket.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        MemoryStore store = new MemoryStore();
        HelpDesk desk = stage.desk(store).build();
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(2); // one thread for each mailbox
        try (MailServer server = MailServer.start(Stage.SUPPORT)) {
            // region watch
            ImapInbox inbox = ImapInbox.builder("127.0.0.1", server.imapPort(), "support@shop.example", "secret")
                    .security(SmtpSecurity.NONE) // TLS is the default
                    .afterwards(AfterTaking.moveTo("Done"))
                    .build();
            MailIntake intake = MailIntake.of(desk, MailReader.forMailbox(Stage.SUPPORT));
            FetchLedger ledger = FetchLedger.of(store, TenantId.DEFAULT, stage.time());
            MailWatcher watcher =
                    MailWatcher.builder(inbox, intake, ledger, executor).start();
            // endregion
            try (watcher;
                    MailWatcher other =
                            MailWatcher.builder(inbox, intake, ledger, executor).start()) {
                post(server, "Cannot pay");
                while (watcher.status().taken() + other.status().taken() == 0) {
                    new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS);
                }
                stage.story()
                        .tell(
                                "Messages taken",
                                watcher.status().taken() + other.status().taken());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            executor.shutdown();
        }
        desk.tickets(TicketQuery.all(10))
                .items()
                .forEach(found -> stage.story()
                        .tell(found.ticket().number().toString(), found.ticket().subject()));
        return desk;
    }

    private static void post(MailServer server, String subject) {
        String mail = "From: kari@customer.example\r\nTo: support@shop.example\r\nMessage-ID: <" + subject.hashCode()
                + "@customer.example>\r\nSubject: " + subject + "\r\n\r\nCan you help me?\r\n";
        new MailPost(server.smtpPort())
                .send("kari@customer.example", "support@shop.example", mail.getBytes(StandardCharsets.US_ASCII));
    }
}
