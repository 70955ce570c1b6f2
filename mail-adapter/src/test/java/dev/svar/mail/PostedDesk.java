package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.Mailbox;
import dev.svar.contact.Address;
import dev.svar.contact.TenantId;
import dev.svar.memory.MemoryStore;
import dev.svar.testkit.ManualTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A whole desk with a store of its own, which sends over SMTP and watches its mailbox over IMAP. */
final class PostedDesk implements AutoCloseable {
    private static final int LOOKS = 3_000;

    final HelpDesk desk;
    private final Address mailbox;
    private final PostOffice post;
    private final SmtpTransport transport;
    private final MailWatcher watcher;
    private final CountDownLatch never = new CountDownLatch(1);

    PostedDesk(String address, PostOffice post, ManualTime time, ScheduledExecutorService executor) {
        this.mailbox = Address.mail(address);
        this.post = post;
        post.open(mailbox);
        MemoryStore store = new MemoryStore();
        this.transport = SmtpTransport.builder("127.0.0.1", post.smtpPort(), time)
                .security(SmtpSecurity.NONE)
                .files(ref -> store.content(TenantId.DEFAULT, ref))
                .build();
        this.desk = HelpDesk.builder(store)
                .time(time)
                .mailbox(new Mailbox(mailbox, "The desk " + address))
                .transport(transport)
                .build();
        ImapInbox inbox = ImapInbox.builder("127.0.0.1", post.imapPort(), address, PostOffice.PASSWORD)
                .security(SmtpSecurity.NONE)
                .build();
        this.watcher = MailWatcher.builder(
                        inbox,
                        MailIntake.of(desk, MailReader.forMailbox(mailbox)),
                        FetchLedger.of(store, TenantId.DEFAULT, time),
                        executor)
                .start();
    }

    /** Sends what is due, and takes everything that the mail server has for it. */
    void work() throws InterruptedException {
        desk.runDue(100);
        await();
    }

    /** Waits until everything is taken that the mail server has for it. */
    void await() throws InterruptedException {
        for (int i = 0; i < LOOKS && watcher.status().taken() < post.passedTo(mailbox); i++) {
            never.await(10, TimeUnit.MILLISECONDS);
        }
        assertThat(watcher.status().taken())
                .as(mailbox + ", " + watcher.status())
                .isEqualTo(post.passedTo(mailbox));
    }

    @Override
    public void close() {
        watcher.close();
        transport.close();
    }
}
