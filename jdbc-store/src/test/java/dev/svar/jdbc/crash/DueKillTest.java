package dev.svar.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.contact.Address;
import dev.svar.jdbc.Dialect;
import dev.svar.jdbc.JdbcStore;
import dev.svar.jdbc.Schema;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many promises are broken at once, two processes record it, and again and again one of them, or the PostgreSQL server, is
 * killed. As many as in the documentation: {@code -Dsvar.kills=20 -Dsvar.kills.timers=10000}.
 */
final class DueKillTest {
    private static final int KILLS = Integer.getInteger("svar.kills", 3);
    private static final int TIMERS = Integer.getInteger("svar.kills.timers", 600);
    private static final long SEED = Long.getLong("svar.kills.seed", 20261127);
    private static final int LEVELS = 3;
    private static final Duration LONG_AGO = Duration.ofDays(2);
    private static final int RUNS_FOR_EACH_KILL = 80;
    private static final int SHORTEST_ROUND_MILLIS = 50;
    private static final int LONGEST_ROUND_MILLIS = 600;

    private final Random random = new Random(SEED);
    private final FastTime time = FastTime.startingNow();

    @TempDir
    private Path folder;

    @Test
    @Timeout(1200)
    void each_level_of_a_promise_is_reached_once_whoever_is_killed() throws Exception {
        Path journals = Files.createDirectory(folder.resolve("journals"));
        try (PostgresServer server = PostgresServer.start(Files.createDirectory(folder.resolve("server")));
                HikariDataSource pool = LoadProcess.pool(server.url(), 4, Duration.ofSeconds(30))) {
            Schema.of(Dialect.POSTGRESQL, CrashDesk.PREFIX).apply(pool);
            JdbcStore store =
                    JdbcStore.builder(pool).tablePrefix(CrashDesk.PREFIX).build();
            HelpDesk desk = PromisesProcess.desk(
                    store, InstantSource.fixed(time.origin().minus(LONG_AGO)));
            List<TicketId> tickets = open(desk);
            Map<String, Integer> killed = new TreeMap<>();
            String limit = Integer.toString(Math.max(1, TIMERS / (KILLS * RUNS_FOR_EACH_KILL)));
            try (LoadClient one = client(server, journals, "one", limit);
                    LoadClient two = client(server, journals, "two", limit)) {
                while (waiting(pool) > 0) {
                    LoadClient worker = random.nextBoolean() ? one : two;
                    worker.run(Duration.ofMillis(random.nextInt(SHORTEST_ROUND_MILLIS, LONGEST_ROUND_MILLIS)));
                    if (killed.values().stream().mapToInt(Integer::intValue).sum() < KILLS) {
                        killed.merge(kill(server, worker), 1, Integer::sum);
                    }
                }
                one.stop();
                two.stop();
            }
            Map<String, Long> reached = audit(desk, tickets);
            System.out.printf(
                    Locale.ROOT,
                    "seed %d, killed %s while %d timers were due: %s%n",
                    SEED,
                    killed,
                    tickets.size() * LEVELS,
                    reached);
            assertThat(killed).as("seed %d", SEED).isNotEmpty();
        }
    }

    private static List<TicketId> open(HelpDesk desk) {
        List<TicketId> tickets = new ArrayList<>();
        for (int i = 0; i * LEVELS < TIMERS; i++) {
            Address customer = Address.mail("kunde" + i + "@example.org");
            tickets.add(desk.open(NewTicket.builder(customer, "Sak " + i, "Hei, jeg får ikke betalt.")
                            .build())
                    .id());
        }
        return tickets;
    }

    private LoadClient client(PostgresServer server, Path journals, String name, String limit) throws Exception {
        List<String> arguments = List.of(server.url(), time.origin().toString(), limit);
        return LoadClient.start(PromisesProcess.class, journals, name, life -> arguments);
    }

    private String kill(PostgresServer server, LoadClient worker) throws Exception {
        if (random.nextInt(4) == 0) {
            server.killAndRestart();
            return "server";
        }
        worker.killAndRestart();
        return "client";
    }

    private static long waiting(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM " + CrashDesk.PREFIX + "work")) {
            count.next();
            return count.getLong(1);
        }
    }

    private static Map<String, Long> audit(HelpDesk desk, List<TicketId> tickets) {
        List<String> all = new ArrayList<>();
        for (TicketId ticket : tickets) {
            List<String> reached = desk.history(ticket, 0, 100).stream()
                    .map(RecordedEvent::event)
                    .filter(event -> event instanceof TicketEvent.SlaWarned
                            || event instanceof TicketEvent.DelayAnnounced
                            || event instanceof TicketEvent.SlaBreached)
                    .map(event -> event.getClass().getSimpleName())
                    .toList();
            assertThat(reached)
                    .as("seed %d, ticket %s", SEED, ticket)
                    .containsExactlyInAnyOrder("SlaWarned", "DelayAnnounced", "SlaBreached");
            all.addAll(reached);
        }
        assertThat(desk.deadWork(Optional.empty(), 1)).isEmpty();
        return all.stream().collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }
}
