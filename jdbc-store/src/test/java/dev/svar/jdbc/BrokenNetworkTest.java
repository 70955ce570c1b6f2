package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.svar.jdbc.FaultProxy.Direction;
import dev.svar.jdbc.FaultProxy.Ending;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.StoreException;
import dev.svar.store.TicketQuery;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store whose network to a real PostgreSQL breaks at any byte, is silent or slow. */
@Timeout(120)
final class BrokenNetworkTest {
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration FOR_A_CONNECTION = Duration.ofSeconds(2);
    private static final Duration BOUND = SOCKET_TIMEOUT.plus(FOR_A_CONNECTION).multipliedBy(2);

    /** So many bytes at the end hold the COMMIT, or the answer to it; there the points to cut at are close. */
    private static final int END = 48;

    private static final int STEP_AT_END = 4;
    private static final int POINTS = 12;

    private final DataSource sound = Databases.postgres();
    private String prefix = Databases.newPrefix();
    private String session = prefix;
    private List<String> tables = List.of();
    private FaultProxy network;
    private HikariDataSource pool;
    private JdbcStore store;

    @BeforeEach
    void connect() throws SQLException {
        Schema.of(Dialect.POSTGRESQL, prefix).apply(sound);
        tables = tables();
        open();
    }

    private void open() {
        String url = ((HikariDataSource) sound).getJdbcUrl();
        network = FaultProxy.to(URI.create(url.substring("jdbc:".length())).getPort());
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + network.port() + "/postgres?user=postgres&ApplicationName="
                + session + "&socketTimeout=" + SOCKET_TIMEOUT.toSeconds());
        config.setMaximumPoolSize(1);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(FOR_A_CONNECTION.toMillis());
        config.setValidationTimeout(SOCKET_TIMEOUT.toMillis());
        pool = new HikariDataSource(config);
        store = JdbcStore.builder(pool).tablePrefix(prefix).build();
    }

    @AfterEach
    void disconnect() {
        network.heal();
        pool.close();
        network.close();
    }

    /** The same store over a network of its own. */
    private BrokenNetworkTest beside(String name) {
        BrokenNetworkTest other = new BrokenNetworkTest();
        other.prefix = prefix;
        other.session = prefix + name;
        other.tables = tables;
        other.open();
        return other;
    }

    /** What whoever commits learns. */
    private enum Answer {
        ACKNOWLEDGED,
        REFUSED,
        UNKNOWN
    }

    /** What was learnt and what is true: acknowledged is stored, refused is not, unknown may be either. */
    private record Attempt(Answer answer, boolean stored) {
        static final Attempt ACKNOWLEDGED = new Attempt(Answer.ACKNOWLEDGED, true);
        static final Attempt REFUSED = new Attempt(Answer.REFUSED, false);
        static final Attempt LOST_BEFORE = new Attempt(Answer.UNKNOWN, false);
        static final Attempt LOST_AFTER = new Attempt(Answer.UNKNOWN, true);
        static final Set<Attempt> ALL = Set.of(ACKNOWLEDGED, REFUSED, LOST_BEFORE, LOST_AFTER);
    }

    @ParameterizedTest
    @EnumSource
    void a_commit_that_is_cut_at_any_byte_is_stored_as_a_whole_or_not_at_all(Direction direction) throws SQLException {
        Set<Attempt> seen = cutAtAnyByte(direction, Story::opening);

        // A lost answer to the commit is looked into on another connection, so it is never unknown here.
        assertThat(seen).contains(Attempt.REFUSED).doesNotContain(Attempt.LOST_BEFORE, Attempt.LOST_AFTER);
        assertThat(seen).anyMatch(attempt -> attempt.answer() == Answer.ACKNOWLEDGED);
    }

    /** Any of its bytes may be the one after which the database committed, so each loss is looked into. */
    @ParameterizedTest
    @EnumSource
    void a_commit_in_one_round_trip_that_is_cut_at_any_byte_is_stored_once(Direction direction) throws SQLException {
        assertThat(cutAtAnyByte(direction, Story::smallOpening)).containsExactly(Attempt.ACKNOWLEDGED);
    }

    private Set<Attempt> cutAtAnyByte(Direction direction, Function<Story, Changes> opening) throws SQLException {
        Map<String, Long> whole = rowsOf(committed(opening));
        long length = lengthOfACommit(direction, opening);
        Set<Attempt> seen = new HashSet<>();
        for (long bytes : points(length)) {
            connectAfresh(opening);
            Story story = new Story();
            Ending ending = bytes % 2 == 0 ? Ending.CLOSED : Ending.RESET;
            network.cutAfter(direction, bytes, ending);
            Attempt attempt = new Attempt(answer(opening.apply(story)), isStored(story, whole));
            network.heal();
            seen.add(attempt);

            String at = String.join(" ", attempt.toString(), ending.name(), "at", bytes + "", "of", length + "");
            assertThat(attempt).as(at).isIn(Attempt.ALL);
            assertThat(store.commit(opening.apply(story)))
                    .as(at)
                    .isEqualTo(attempt.stored() ? CommitResult.ALREADY_RECEIVED : CommitResult.COMMITTED);
            assertThat(rowsOf(story)).as(at).isEqualTo(whole);
        }
        return seen;
    }

    @ParameterizedTest
    @EnumSource
    void a_commit_into_a_black_hole_ends_and_is_stored_as_a_whole_or_not_at_all(Direction direction) throws Exception {
        List<Callable<Object>> points = new ArrayList<>();
        points.addAll(blackHoles(direction, "l", Story::opening));
        points.addAll(blackHoles(direction, "s", Story::smallOpening));
        // Each of them mostly waits, so all of them wait at once.
        ExecutorService executor = Executors.newFixedThreadPool(points.size());
        try {
            for (Future<Object> point : executor.invokeAll(points)) {
                point.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private List<Callable<Object>> blackHoles(Direction direction, String name, Function<Story, Changes> opening)
            throws SQLException {
        Map<String, Long> whole = rowsOf(committed(opening));
        long length = lengthOfACommit(direction, opening);
        return Stream.of(0L, length / 2, length - 1, length)
                .map(bytes -> (Callable<Object>) () -> {
                    BrokenNetworkTest other = beside(name + bytes);
                    try {
                        other.intoABlackHole(direction, bytes, opening, whole);
                    } finally {
                        other.disconnect();
                    }
                    return bytes;
                })
                .toList();
    }

    private void intoABlackHole(
            Direction direction, long bytes, Function<Story, Changes> opening, Map<String, Long> whole)
            throws SQLException {
        connectAfresh(opening);
        Story story = new Story();
        network.cutAfter(direction, bytes, Ending.SILENT);
        long start = System.nanoTime();
        Answer answer = answer(opening.apply(story));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
        network.heal();
        Attempt attempt = new Attempt(answer, isStored(story, whole));

        String at = attempt + ", silent at " + bytes;
        assertThat(attempt).as(at).isIn(Attempt.ALL);
        assertThat(store.commit(opening.apply(story)))
                .as(at)
                .isEqualTo(attempt.stored() ? CommitResult.ALREADY_RECEIVED : CommitResult.COMMITTED);
        assertThat(rowsOf(story)).as(at).isEqualTo(whole);
    }

    @Test
    void a_black_hole_that_swallows_the_answer_to_a_commit_leaves_it_unknown() throws SQLException {
        Map<String, Long> whole = rowsOf(committed());
        long length = lengthOfACommit(Direction.TO_SERVER, Story::opening);
        connectAfresh();
        Story story = new Story();
        network.cutAfter(Direction.TO_SERVER, length, Ending.SILENT);
        Answer answer = answer(story.opening());
        network.heal();

        assertThat(new Attempt(answer, isStored(story, whole))).isEqualTo(Attempt.LOST_AFTER);
    }

    @Test
    void whoever_finds_only_a_black_hole_is_told_so_in_time() {
        network.swallow();
        for (int i = 0; i < 2; i++) {
            long start = System.nanoTime();
            assertRetryable(catchThrowable(() -> store.ticket(new Story().tenant, new Story().ticket)));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
        }
        network.heal();

        assertThat(store.commit(new Story().opening())).isEqualTo(CommitResult.COMMITTED);
    }

    @ParameterizedTest
    @EnumSource
    void whatever_is_cut_while_it_is_read_fails_as_retryable_and_succeeds_then(Direction direction) {
        Story story = committed();
        Map<String, Function<JdbcStore, Object>> reads = Map.of(
                "ticket", s -> s.ticket(story.tenant, story.ticket),
                "events", s -> s.events(story.tenant, story.ticket, 0, 10),
                "messages", s -> s.messages(story.tenant, story.ticket, 0, 10),
                "page", s -> s.tickets(story.tenant, TicketQuery.all(10)),
                "deliveries", s -> s.deliveries(story.tenant, story.ticket, 10),
                "receipt",
                        s -> s.receipt(
                                story.tenant,
                                story.receipt("<in." + story.ticket + "@kunde.example>")
                                        .key()),
                "content", s -> s.content(story.tenant, story.raw.ref()),
                "next due", s -> s.nextDue(story.tenant, Set.of(story.handOver.lane())));
        reads.forEach((name, read) -> {
            Object expected = read.apply(store);
            long step =
                    1 + lengthOf(direction, () -> assertThat(read.apply(store)).isEqualTo(expected)) / 5;
            long bytes = 0;
            for (boolean cut = true; cut; bytes += step) {
                assertThat(read.apply(store)).isEqualTo(expected);
                network.cutAfter(direction, bytes, Ending.RESET);
                Throwable thrown = catchThrowable(
                        () -> assertThat(read.apply(store)).as(name).isEqualTo(expected));
                network.heal();
                cut = thrown != null;
                if (cut) {
                    assertRetryable(thrown);
                }
            }
            assertThat(bytes).as(name).isGreaterThan(3 * step);
        });
    }

    @Test
    void numbers_that_are_cut_while_they_are_given_out_are_never_given_twice() {
        Story story = new Story();
        List<Long> numbers = new ArrayList<>();
        connectAfresh();
        numbers.add(store.nextNumber(story.tenant));
        long length = lengthOf(Direction.TO_CLIENT, () -> numbers.add(store.nextNumber(story.tenant)));
        for (long bytes = 0; bytes <= length; bytes += 3) {
            network.cutAfter(Direction.TO_CLIENT, bytes, Ending.CLOSED);
            StoreException thrown =
                    catchThrowableOfType(StoreException.class, () -> numbers.add(store.nextNumber(story.tenant)));
            if (thrown != null) {
                assertRetryable(thrown);
                assertThat(thrown.outcomeUnknown())
                        .as("whoever opens a ticket knows that it is not stored")
                        .isFalse();
            }
            network.heal();
            connectAfresh();
            numbers.add(store.nextNumber(story.tenant));
        }

        assertThat(numbers).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void a_store_whose_first_call_finds_no_network_works_as_soon_as_there_is_one() {
        network.cutAfter(Direction.TO_CLIENT, 5, Ending.CLOSED);
        network.swallow();
        JdbcStore fresh = JdbcStore.builder(pool).tablePrefix(prefix).build();
        assertRetryable(catchThrowable(() -> fresh.nextNumber(new Story().tenant)));
        network.heal();

        assertThat(fresh.commit(new Story().opening())).isEqualTo(CommitResult.COMMITTED);
    }

    @Test
    void a_pool_whose_idle_connections_were_all_lost_gives_a_typed_error_or_works() {
        committed();
        network.closeAll();
        Story story = new Story();
        Answer answer = answer(story.opening());

        assertThat(answer).isNotEqualTo(Answer.UNKNOWN);
        assertThat(store.commit(story.opening()))
                .isEqualTo(answer == Answer.ACKNOWLEDGED ? CommitResult.ALREADY_RECEIVED : CommitResult.COMMITTED);
    }

    @Test
    void a_slow_network_only_delays() {
        Duration delay = Duration.ofMillis(20);
        committed();
        network.delay(delay);
        Story story = new Story();
        long start = System.nanoTime();

        assertThat(store.commit(story.opening())).isEqualTo(CommitResult.COMMITTED);
        assertThat(store.ticket(story.tenant, story.ticket)).contains(story.opened.after());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(delay.multipliedBy(4));
    }

    private Story committed() {
        return committed(Story::opening);
    }

    private Story committed(Function<Story, Changes> opening) {
        Story story = new Story();
        assertThat(store.commit(opening.apply(story))).isEqualTo(CommitResult.COMMITTED);
        return story;
    }

    private Answer answer(Changes changes) {
        Throwable thrown =
                catchThrowable(() -> assertThat(store.commit(changes)).isEqualTo(CommitResult.COMMITTED));
        if (thrown == null) {
            return Answer.ACKNOWLEDGED;
        }
        assertRetryable(thrown);
        boolean unknown = thrown instanceof StoreException lost && lost.outcomeUnknown();
        return unknown ? Answer.UNKNOWN : Answer.REFUSED;
    }

    private static void assertRetryable(Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.retryable()).as(e.toString()).isTrue());
    }

    /** Leaves a connection that was used for one commit: what the next one sends has the same length each time. */
    private void connectAfresh() {
        connectAfresh(Story::opening);
    }

    private void connectAfresh(Function<Story, Changes> opening) {
        pool.getHikariPoolMXBean().softEvictConnections();
        committed(opening);
    }

    private long lengthOfACommit(Direction direction, Function<Story, Changes> opening) {
        connectAfresh(opening);
        return lengthOf(direction, () -> committed(opening));
    }

    private long lengthOf(Direction direction, Runnable call) {
        network.heal();
        call.run();
        return network.passed(direction);
    }

    private static Set<Long> points(long length) {
        Set<Long> points = new TreeSet<>();
        for (long bytes = 0; bytes < length - END; bytes += 1 + length / POINTS) {
            points.add(bytes);
        }
        for (long bytes = Math.max(0, length - END); bytes <= length; bytes += STEP_AT_END) {
            points.add(bytes);
        }
        points.add(length);
        return points;
    }

    private boolean isStored(Story story, Map<String, Long> whole) throws SQLException {
        awaitTheEndOfLostSessions();
        Map<String, Long> rows = rowsOf(story);
        assertThat(List.of(whole, Map.of())).as("all of it or nothing").contains(rows);
        return rows.equals(whole);
    }

    /** What a lost session has got is done by the server even later. */
    private void awaitTheEndOfLostSessions() throws SQLException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        try (Connection connection = sound.getConnection();
                Statement statement = connection.createStatement()) {
            pool.getHikariPoolMXBean().softEvictConnections();
            while (count(statement, "SELECT count(*) FROM pg_stat_activity WHERE application_name = '" + session + "'")
                    > 0) {
                assertThat(System.nanoTime()).as("a session does not end").isLessThan(deadline);
                statement.execute("SELECT pg_sleep(0.002)");
                // One that the pool began to make while the network was silent may come only now.
                pool.getHikariPoolMXBean().softEvictConnections();
            }
        }
    }

    private static long count(Statement statement, String sql) throws SQLException {
        try (ResultSet results = statement.executeQuery(sql)) {
            results.next();
            return results.getLong(1);
        }
    }

    private List<String> tables() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = sound.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT table_name FROM information_schema.columns WHERE column_name = 'tenant'"
                                + " AND starts_with(table_name, '" + prefix + "')")) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }

    /** How many rows a story has in each table where it has some, at one instant. */
    private Map<String, Long> rowsOf(Story story) throws SQLException {
        String counts = tables.stream()
                .map(table -> "SELECT '" + table + "', count(*) FROM " + table + " WHERE tenant = '"
                        + story.tenant.value() + "'")
                .collect(Collectors.joining(" UNION ALL "));
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = sound.getConnection();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(counts)) {
            while (results.next()) {
                if (results.getLong(2) > 0) {
                    rows.put(results.getString(1), results.getLong(2));
                }
            }
        }
        return rows;
    }
}
