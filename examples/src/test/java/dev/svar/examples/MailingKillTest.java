package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.svar.Announcements;
import dev.svar.HelpDesk;
import dev.svar.announcement.Mailing;
import dev.svar.announcement.MailingOrder;
import dev.svar.announcement.MailingState;
import dev.svar.announcement.RecipientList;
import dev.svar.announcement.Wording;
import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.DeliveryState;
import dev.svar.examples.MailPeer.Manner;
import dev.svar.jdbc.Dialect;
import dev.svar.jdbc.JdbcStore;
import dev.svar.jdbc.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two mailings, one whose letters are sent again by policy when they are uncertain and one whose are not, go through a mail server
 * that refuses some, defers some and hangs up on some, by two processes that are killed again and again; then the ledger is held
 * against what the server has. As many as in the documentation:
 * {@code -Dsvar.mailing.recipients=10000 -Dsvar.mailing.kills=10}.
 */
final class MailingKillTest {
    private static final int RECIPIENTS = Integer.getInteger("svar.mailing.recipients", 600);
    private static final int KILLS = Integer.getInteger("svar.mailing.kills", 2);
    private static final long SEED = Long.getLong("svar.mailing.seed", 20261126);
    private static final int REPEATED_EACH = 10;
    private static final int SHORTEST_ROUND_MILLIS = 300;
    private static final int LONGEST_ROUND_MILLIS = 1500;
    private static final int PAGE = 1000;

    private final Random random = new Random(SEED);

    @TempDir
    private Path folder;

    private static String address(int i) {
        return "kunde" + i + "@x" + i % 7 + ".example";
    }

    private static Manner manner(String address) {
        int i = Integer.parseInt(address.substring("kunde".length(), address.indexOf('@')));
        if (i % 50 == 3) {
            return i % 100 == 3 ? Manner.TAKES_AND_HANGS_UP : Manner.LOSES_AND_HANGS_UP;
        }
        return i % 20 == 0 ? Manner.REFUSES : i % 20 == 1 ? Manner.DEFERS_ONCE : Manner.TAKES;
    }

    @Test
    @Timeout(1200)
    void the_ledger_tells_what_the_mail_server_has_whoever_is_killed() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                HikariDataSource pool = MailingProcess.pool(server.getJdbcUrl("postgres", "postgres"));
                MailPeer peer = new MailPeer(MailingKillTest::manner)) {
            Schema.of(Dialect.POSTGRESQL, Schema.DEFAULT_PREFIX).apply(pool);
            Instant origin = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
            JdbcStore store = JdbcStore.builder(pool).build();
            HelpDesk desk =
                    MailingProcess.builder(store, MailingProcess.time(origin)).build();
            List<Mailing> mailings = List.of(
                    start(desk.announcements(), "maintenance", 0),
                    start(desk.announcements(), MailingProcess.SENT_AGAIN, 1));
            List<String> arguments = List.of(pool.getJdbcUrl(), Integer.toString(peer.port()), origin.toString());
            int killed = 0;
            List<Process> workers = new ArrayList<>(List.of(launch(arguments), launch(arguments)));
            try {
                while (!mailings.stream().allMatch(mailing -> isOver(desk, mailing))) {
                    int one = random.nextInt(workers.size());
                    int round = random.nextInt(SHORTEST_ROUND_MILLIS, LONGEST_ROUND_MILLIS);
                    assertThat(workers.get(one).waitFor(round, TimeUnit.MILLISECONDS))
                            .as("a worker ended by itself")
                            .isFalse();
                    if (killed < KILLS) {
                        workers.get(one).destroyForcibly().waitFor();
                        workers.set(one, launch(arguments));
                        killed++;
                    }
                }
            } finally {
                workers.forEach(Process::destroyForcibly);
            }
            Map<DeliveryState, Integer> counts = new EnumMap<>(DeliveryState.class);
            Set<String> seen = new HashSet<>();
            mailings.forEach(mailing -> audit(store, mailing, peer, counts, seen));
            assertThat(seen).hasSize(RECIPIENTS);
            System.out.printf(
                    Locale.ROOT,
                    "seed %d, %d recipients, %d kills: ledger %s, the mail server has %d%n",
                    SEED,
                    RECIPIENTS,
                    killed,
                    counts,
                    peer.count());
            assertThat(mailings.stream()
                            .flatMap(mailing -> desk.announcements().counts(mailing.id()).keySet().stream()))
                    .containsAll(counts.keySet());
            assertThat(killed).as("seed %d", SEED).isPositive();
        }
    }

    /** Each hundred of them in turn is on the list of one mailing or the other. Some are named twice, in another spelling. */
    private static Mailing start(Announcements announcements, String template, int half) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < RECIPIENTS; i++) {
            if (i / 100 % 2 == half) {
                lines.add(address(i));
                if (i % REPEATED_EACH == 0) {
                    lines.add(address(i).toUpperCase(Locale.ROOT));
                }
            }
        }
        RecipientList list = RecipientList.of(Channel.MAIL, lines);
        Wording wording = new Wording(Locale.ENGLISH, "Closed tonight", "From two to four.");
        MailingOrder order =
                MailingOrder.of(template, List.of(wording), list).atMostPerMinute(MailingOrder.MAX_PER_MINUTE);
        return announcements.start(announcements.draft(order, list).id());
    }

    private Process launch(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-Xmx256m", "-cp", classPath, MailingProcess.class.getName()));
        command.addAll(arguments);
        File log = folder.resolve("workers.log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private static boolean isOver(HelpDesk desk, Mailing mailing) {
        Map<DeliveryState, Long> counts = desk.announcements().counts(mailing.id());
        boolean planned =
                desk.announcements().mailing(mailing.id()).orElseThrow().state() == MailingState.DONE;
        return planned
                && !counts.containsKey(DeliveryState.PLANNED)
                && !counts.containsKey(DeliveryState.CLAIMED)
                && !counts.containsKey(DeliveryState.DEFERRED);
    }

    private static void audit(
            JdbcStore store, Mailing mailing, MailPeer peer, Map<DeliveryState, Integer> counts, Set<String> seen) {
        Optional<DeliveryId> after = Optional.empty();
        List<Delivery> page;
        do {
            page = store.deliveries(TenantId.DEFAULT, mailing.id(), EnumSet.allOf(DeliveryState.class), after, PAGE);
            for (Delivery delivery : page) {
                String to = delivery.message().to().value();
                assertThat(seen.add(to))
                        .as("seed %d, %s is in the ledger twice", SEED, to)
                        .isTrue();
                assertTrue(delivery, to, peer.received(to));
                counts.merge(delivery.state(), 1, Integer::sum);
            }
            after = page.stream().reduce((first, second) -> second).map(Delivery::id);
        } while (!page.isEmpty());
    }

    private static void assertTrue(Delivery delivery, String to, List<String> received) {
        String what = "seed " + SEED + ", " + delivery + " to " + to + " (" + manner(to) + "): " + delivery.detail();
        boolean again = delivery.resentByPolicy();
        assertThat(received)
                .as(what + ", resent by policy: " + again)
                .hasSizeLessThanOrEqualTo(again ? 2 : 1)
                .allMatch(delivery.message().messageId()::equals);
        switch (delivery.state()) {
            case ACCEPTED -> {
                assertThat(received).as(what).isNotEmpty();
                assertThat(manner(to)).as(what).isIn(Manner.TAKES, Manner.DEFERS_ONCE);
            }
            case FAILED -> {
                assertThat(received).as(what).isEmpty();
                assertThat(manner(to)).as(what).isEqualTo(Manner.REFUSES);
            }
            case UNCERTAIN ->
                assertThat(again).as(what).isEqualTo(delivery.kind().equals(MailingProcess.SENT_AGAIN));
            default -> throw new AssertionError(what);
        }
    }
}
