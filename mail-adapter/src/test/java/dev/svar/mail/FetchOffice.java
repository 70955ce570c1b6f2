package dev.svar.mail;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.svar.HelpDesk;
import dev.svar.contact.TenantId;
import dev.svar.memory.MemoryStore;
import dev.svar.message.Disposition;
import dev.svar.message.Receipt;
import dev.svar.store.Changes;
import dev.svar.store.DeskStore;
import dev.svar.store.StoreException;
import dev.svar.store.TicketQuery;
import dev.svar.testkit.ManualTime;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** A real mail server with one mailbox, and a desk that fetches from it. */
final class FetchOffice implements AutoCloseable {
    static final String USER = "desk";
    static final String PASSWORD = "secret";

    final GreenMail server =
            new GreenMail(new ServerSetup[] {setup("imap"), setup("pop3"), setup("imaps"), setup("smtp")});
    final ManualTime time = ManualTime.at("2026-11-26T10:00:00Z");
    /** What the store answers to a commit with a receipt, if it is in trouble. */
    volatile Optional<StoreException> trouble = Optional.empty();

    final DeskStore store = troubled(new MemoryStore());
    final FetchLedger ledger = FetchLedger.of(store, TenantId.DEFAULT, time);
    final FragileCategorizer categorizer = new FragileCategorizer();
    final HelpDesk desk = HelpDesk.builder(store)
            .time(time)
            .ownAddresses(Mails.MAILBOX)
            .categorizer(categorizer)
            .build();
    final MailIntake intake = MailIntake.of(desk, Mails.READER);
    final GreenMailUser user;

    FetchOffice() {
        server.start();
        user = server.setUser(Mails.MAILBOX.value(), USER, PASSWORD);
    }

    private DeskStore troubled(DeskStore sound) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            boolean receipt = method.getName().equals("commit")
                    && ((Changes) arguments[0]).receipt().isPresent();
            if (receipt && trouble.isPresent()) {
                throw trouble.get();
            }
            try {
                return method.invoke(sound, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        };
        return (DeskStore)
                Proxy.newProxyInstance(DeskStore.class.getClassLoader(), new Class<?>[] {DeskStore.class}, handler);
    }

    private static ServerSetup setup(String protocol) {
        return new ServerSetup(0, "127.0.0.1", protocol);
    }

    MailFolder folder(String name) {
        MailFolder folder = server.getManagers().getImapHostManager().getFolder(user, name);
        return Optional.ofNullable(folder).orElseThrow();
    }

    MailFolder inbox() {
        return folder("INBOX");
    }

    ImapInbox.Builder imap(int port) {
        return ImapInbox.builder("127.0.0.1", port, USER, PASSWORD).security(SmtpSecurity.NONE);
    }

    ImapInbox imap() {
        return imap(server.getImap().getPort()).build();
    }

    FetchRun fetch(MailInbox inbox) {
        return inbox.fetch(intake, ledger, Integer.MAX_VALUE);
    }

    void deliver(String... subjects) {
        for (String subject : subjects) {
            deliverAs(subject, subject, "text of " + subject);
        }
    }

    void deliverAs(String id, String subject, String text) {
        append(Mails.raw("From: kari@kunde.example\nTo: support@desk.example\nMessage-ID: <" + id
                + "@kunde.example>\nSubject: " + subject + "\n\n" + text + "\n"));
    }

    void append(byte[] raw) {
        try {
            inbox().store(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> subjects() {
        return desk.tickets(TicketQuery.all(1000)).items().stream()
                .map(state -> state.ticket())
                .sorted(Comparator.comparing(ticket -> ticket.number().value()))
                .map(ticket -> ticket.subject())
                .toList();
    }

    List<Receipt> receipts() {
        return Arrays.stream(Disposition.values())
                .flatMap(d -> receipts(d).stream())
                .toList();
    }

    List<Receipt> receipts(Disposition disposition) {
        return desk.receipts(disposition, Optional.empty(), 1000);
    }

    static List<String> subjectsIn(MailFolder folder) {
        return folder.getMessages().stream()
                .map(stored -> {
                    try {
                        return stored.getMimeMessage().getSubject();
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    static Stream<Flags> flags(MailFolder folder) {
        return folder.getMessages().stream().map(stored -> stored.getFlags());
    }

    @Override
    public void close() {
        server.stop();
    }
}
