package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import dev.svar.HelpDesk;
import dev.svar.jdbc.Dialect;
import dev.svar.jdbc.JdbcStore;
import dev.svar.jdbc.Schema;
import dev.svar.message.Disposition;
import dev.svar.message.Receipt;
import dev.svar.store.Page;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketState;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process takes mail from a mailbox and is killed again and again, at random points while it does so; then tickets, receipts
 * and the mailbox are held against what was sent. As many as in the documentation:
 * {@code -Dsvar.fetching.mails=500 -Dsvar.fetching.kills=20}.
 */
final class FetchingKillTest {
    private static final int MAILS = Integer.getInteger("svar.fetching.mails", 100);
    private static final int KILLS = Integer.getInteger("svar.fetching.kills", 3);
    private static final long SEED = Long.getLong("svar.fetching.seed", 20261126);
    private static final int LONGEST_DELAY_MILLIS = 60;
    private static final int LOOK_MILLIS = 2;

    private final Random random = new Random(SEED);

    @TempDir
    private Path folder;

    @Test
    @Timeout(1200)
    void every_mail_becomes_one_ticket_whenever_the_process_is_killed() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, MailServer.HOST, "imap"));
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                HikariDataSource pool = MailingProcess.pool(server.getJdbcUrl("postgres", "postgres"))) {
            Schema.of(Dialect.POSTGRESQL, Schema.DEFAULT_PREFIX).apply(pool);
            HelpDesk desk = MailingProcess.builder(JdbcStore.builder(pool).build(), InstantSource.system())
                    .build();
            mail.start();
            GreenMailUser user = mail.setUser(Stage.SUPPORT.value(), Stage.SUPPORT.value(), MailServer.PASSWORD);
            MailFolder inbox = mail.getManagers().getImapHostManager().getInbox(user);
            for (int i = 0; i < MAILS; i++) {
                inbox.store(mail(i));
            }
            int killed = takeAll(
                    desk,
                    List.of(pool.getJdbcUrl(), Integer.toString(mail.getImap().getPort())));

            List<String> subjects = subjects(desk);
            List<Receipt> receipts = desk.receipts(Disposition.OPENED, Optional.empty(), MAILS + 1);
            System.out.printf(
                    Locale.ROOT,
                    "seed %d, %d mails, %d kills: %d tickets, %d receipts%n",
                    SEED,
                    MAILS,
                    killed,
                    subjects.size(),
                    receipts.size());
            assertThat(subjects).as("seed %d", SEED).hasSize(MAILS).doesNotHaveDuplicates();
            assertThat(receipts).hasSize(MAILS);
            assertThat(inbox.getMessageCount()).isZero();
            assertThat(mail.getManagers()
                            .getImapHostManager()
                            .getFolder(user, FetchingProcess.DONE)
                            .getMessageCount())
                    .isEqualTo(MAILS);
            assertThat(killed).isEqualTo(KILLS);
        } finally {
            mail.stop();
        }
    }

    /** Kills the process each time it has come to the next of as many places, and a random while later. */
    private int takeAll(HelpDesk desk, List<String> arguments) throws Exception {
        Set<Integer> places = new TreeSet<>();
        while (places.size() < KILLS) {
            places.add(random.nextInt(1, MAILS));
        }
        int killed = 0;
        Process process = launch(arguments);
        try {
            for (int place : places) {
                awaitTaken(desk, process, place);
                process.waitFor(random.nextInt(LONGEST_DELAY_MILLIS), TimeUnit.MILLISECONDS);
                process.destroyForcibly().waitFor();
                killed++;
                process = launch(arguments);
            }
            awaitTaken(desk, process, MAILS);
            // The last one is acknowledged after it is taken.
            process.waitFor(2, TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly();
        }
        return killed;
    }

    private void awaitTaken(HelpDesk desk, Process process, int place) throws InterruptedException {
        while (desk.count(TicketQuery.all(1)) < place) {
            assertThat(process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS))
                    .as("the process ended by itself, see " + folder)
                    .isFalse();
        }
    }

    private Process launch(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-Xmx256m", "-cp", classPath, FetchingProcess.class.getName()));
        command.addAll(arguments);
        File log = folder.resolve("process.log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private static List<String> subjects(HelpDesk desk) {
        List<String> subjects = new ArrayList<>();
        TicketQuery query = TicketQuery.all(100);
        Optional<String> next;
        do {
            Page<TicketState> page = desk.tickets(query);
            page.items().forEach(state -> subjects.add(state.ticket().subject()));
            next = page.next();
            query = next.map(query::from).orElse(query);
        } while (next.isPresent());
        return subjects;
    }

    private static MimeMessage mail(int i) throws Exception {
        String raw = "From: kunde" + i + "@x.example\r\nTo: support@shop.example\r\nMessage-ID: <" + i
                + "@x.example>\r\nSubject: Question " + i + "\r\n\r\nText " + i + "\r\n";
        byte[] bytes = raw.getBytes(StandardCharsets.US_ASCII);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }
}
