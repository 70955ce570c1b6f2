package dev.svar.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.svar.DueRun;
import dev.svar.HelpDesk;
import dev.svar.jdbc.Dialect;
import dev.svar.jdbc.JdbcStore;
import dev.svar.jdbc.Schema;
import dev.svar.jdbc.crash.Evidence.Acknowledged;
import dev.svar.jdbc.crash.Evidence.Outage;
import dev.svar.testkit.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes work on one desk on one PostgreSQL server, and again and again one of the three is killed. More kills, or
 * others: {@code -Dsvar.kills=200 -Dsvar.kills.seed=7}.
 */
final class KillTest {
    private static final int KILLS = Integer.getInteger("svar.kills", 4);
    private static final long SEED = Long.getLong("svar.kills.seed", 20261127);
    private static final List<String> ALL_KINDS =
            List.of("open", "mail", "reply", "note", "tag", "time", "snooze", "merge", "undo");

    /** How many kills it takes until every kind of command was certainly done. */
    private static final int ENOUGH_FOR_ALL = 20;

    private static final int SHORTEST_ROUND_MILLIS = 100;
    private static final int LONGEST_ROUND_MILLIS = 900;
    private static final int HOURS_TO_THE_END = 4;
    private static final int MOST_AT_ONCE = 1000;
    private static final int MOST_RUNS = 1000;

    private final Random random = new Random(SEED);
    private final List<Outage> outages = new ArrayList<>();
    private final FastTime time = FastTime.startingNow();

    @TempDir
    private Path folder;

    @Test
    @Timeout(1200)
    void whoever_is_killed_nothing_is_lost_or_half_done_or_done_twice() throws Exception {
        Path journals = Files.createDirectory(folder.resolve("journals"));
        try (PostgresServer server = PostgresServer.start(Files.createDirectory(folder.resolve("server")));
                HikariDataSource pool = LoadProcess.pool(server.url(), 2, Duration.ofSeconds(30))) {
            Schema.of(Dialect.POSTGRESQL, CrashDesk.PREFIX).apply(pool);
            try (LoadClient one = client(server, journals, "one");
                    LoadClient two = client(server, journals, "two")) {
                kill(server, List.of(one, two));
                one.stop();
                two.stop();
            }
            JdbcStore store =
                    JdbcStore.builder(pool).tablePrefix(CrashDesk.PREFIX).build();
            doTheRest(store, journals);
            Books books = Books.read(pool, CrashDesk.PREFIX, CrashDesk.TENANT, store);
            audit(books, journals);
        }
    }

    /** Each life has a seed of its own. */
    private LoadClient client(PostgresServer server, Path journals, String name) throws IOException {
        return LoadClient.start(
                LoadProcess.class,
                journals,
                name,
                life -> List.of(
                        server.url(),
                        journals.toString(),
                        life,
                        Long.toString(random.nextLong()),
                        time.origin().toString()));
    }

    /** Nobody is killed who has done nothing since they were started. */
    private void kill(PostgresServer server, List<LoadClient> clients) throws Exception {
        Map<String, Integer> killed = new TreeMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            // Each kind at least once, however few they are.
            int victim = kill <= clients.size() ? clients.size() - kill : random.nextInt(clients.size() + 1);
            LoadClient worker = clients.get(victim % clients.size());
            worker.awaitWork();
            worker.run(Duration.ofMillis(random.nextInt(SHORTEST_ROUND_MILLIS, LONGEST_ROUND_MILLIS)));
            long from = System.nanoTime();
            if (victim < clients.size()) {
                worker.killAndRestart();
            } else {
                server.killAndRestart();
            }
            String name = victim < clients.size() ? "client" : "server";
            killed.merge(name, 1, Integer::sum);
            outages.add(new Outage(name, from, System.nanoTime()));
        }
        for (LoadClient client : clients) {
            client.awaitWork();
        }
        System.out.println("seed " + SEED + ", killed " + killed);
    }

    /** Everything that is due, later than all claims of those who were killed, and so that what failed is tried again. */
    private void doTheRest(JdbcStore store, Path journals) {
        ManualTime later = ManualTime.at(time.instant().toString());
        HelpDesk desk = CrashDesk.of(store, later, journals, "last", random);
        for (int hour = 0; hour < HOURS_TO_THE_END; hour++) {
            later.advance(Duration.ofHours(1));
            int runs = 0;
            DueRun run;
            do {
                run = desk.runDue(MOST_AT_ONCE);
                assertThat(++runs).as("the desk is never done").isLessThan(MOST_RUNS);
            } while (run.next().filter(at -> !at.isAfter(later.instant())).isPresent());
        }
    }

    private void audit(Books books, Path journals) throws IOException {
        Evidence evidence = Evidence.of(journals, outages);
        String at = "seed " + SEED + ", " + KILLS + " kills";
        assertThat(Journal.lines(journals, Journal.ERRORS)).as(at).isEmpty();
        assertThat(Auditor.findings(books, evidence)).as(at).isEmpty();

        assertThat(outages).extracting(Outage::what).as(at).contains("client", "server");
        assertThat(evidence.acknowledged())
                .as(at)
                .extracting(Acknowledged::kind)
                .containsAll(KILLS < ENOUGH_FOR_ALL ? List.of("open", "reply") : ALL_KINDS);
        System.out.println(at + ": " + evidence.acknowledged().size() + " commands acknowledged, "
                + books.rows("event").size() + " events of " + books.files().size() + " tickets, "
                + evidence.sent().size() + " hand-overs, " + evidence.told().size() + " times told, deliveries "
                + books.rows("delivery").stream()
                        .collect(Collectors.groupingBy(row -> row.text("state"), TreeMap::new, Collectors.counting())));
    }
}
