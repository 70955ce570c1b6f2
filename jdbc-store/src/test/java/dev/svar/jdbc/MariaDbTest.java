package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.TenantId;
import dev.svar.delivery.DeliveryId;
import dev.svar.error.InvalidValueException;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.ContactChange;
import dev.svar.store.StoreException;
import dev.svar.store.TicketQuery;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkResult;
import dev.svar.testkit.Race;
import dev.svar.ticket.TicketCommand;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What MariaDB and MySQL do unlike other products. */
final class MariaDbTest {
    private static final DataSource SOURCE = Databases.mariaDb();
    private static final Dialect DIALECT = Dialect.of(SOURCE);
    private static final Duration LEASE = Duration.ofMinutes(1);

    @Test
    void a_database_with_characters_of_three_bytes_gives_back_emoji_and_keeps_texts_apart() throws SQLException {
        String prefix = newTables();
        JdbcStore store = JdbcStore.builder(SOURCE).tablePrefix(prefix).build();
        Story story = new Story();
        List<AgentId> agents = List.of("\uD83D\uDE42", "\uD83D\uDE43", "kari", "Kari", "kári", "kari ", "?").stream()
                .map(AgentId::new)
                .toList();
        store.commit(Changes.builder(story.tenant)
                .ticket(story.opened)
                .message(story.message(2, "Takk \uD83D\uDE42 \uD83C\uDDF3\uD83C\uDDF4", Optional.empty()))
                .build());
        var before = story.opened.after();
        for (AgentId agent : agents) {
            var change = story.then(before, new TicketCommand.Assign(Story.OLA, Optional.of(agent)));
            assertThat(store.commit(Changes.builder(story.tenant).ticket(change).build()))
                    .isEqualTo(CommitResult.COMMITTED);
            before = change.after();
            for (AgentId wanted : agents) {
                TicketQuery query = TicketQuery.builder().assignee(wanted).build();
                assertThat(store.tickets(story.tenant, query).items())
                        .as("%s for %s", agent, wanted)
                        .hasSize(wanted.equals(agent) ? 1 : 0);
            }
        }

        assertThat(value("SELECT @@character_set_database")).isEqualTo("utf8mb3");
        assertThat(store.messages(story.tenant, story.ticket, 0, 10))
                .extracting(m -> m.visibleText())
                .containsExactly("Takk \uD83D\uDE42 \uD83C\uDDF3\uD83C\uDDF4");
        for (String tenant : List.of("a", "A", "á", "a ", "\uD83D\uDE42", "\uD83D\uDE43")) {
            assertThat(store.nextNumber(new TenantId(tenant))).as(tenant).isEqualTo(1);
        }
    }

    @Test
    void a_transaction_reads_what_others_commit_meanwhile_and_the_session_keeps_its_level() throws SQLException {
        String prefix = newTables();
        JdbcStore other = JdbcStore.builder(SOURCE).tablePrefix(prefix).build();
        TenantId tenant = TenantId.DEFAULT;
        other.nextNumber(tenant);
        try (HikariDataSource source = Databases.mariaDb("");
                Connection only = source.getConnection()) {
            OwnTransactions transactions = new OwnTransactions(Databases.lending(only));
            List<Long> seen = transactions.write(
                    "reading", connection -> read(connection, prefix, () -> other.nextNumber(tenant)));
            assertThat(seen).containsExactly(1L, 2L);
            assertThatThrownBy(() -> transactions.write("failing before the first statement", connection -> {
                        throw new InvalidValueException("x", "y");
                    }))
                    .isInstanceOf(InvalidValueException.class);

            only.setAutoCommit(false);
            assertThat(read(only, prefix, () -> other.nextNumber(tenant))).containsExactly(2L, 2L);
        }
    }

    private static List<Long> read(Connection connection, String prefix, Runnable between) throws SQLException {
        String sql = "SELECT last_number FROM " + prefix + "number";
        Sql db = new Sql(DIALECT);
        List<Long> seen = new ArrayList<>(db.list(connection, sql, p -> {}, row -> row.number("last_number")));
        between.run();
        seen.addAll(db.list(connection, sql, p -> {}, row -> row.number("last_number")));
        return seen;
    }

    @Test
    void claims_and_commits_wait_neither_for_a_claim_that_is_not_committed_nor_for_the_gaps_between_its_rows() {
        String prefix = newTables();
        TenantId tenant = TenantId.DEFAULT;
        WorkRows rows = new WorkRows(DIALECT, prefix);
        try (HikariDataSource impatient = Databases.mariaDbAfter("SET SESSION innodb_lock_wait_timeout = 1")) {
            JdbcStore store = JdbcStore.builder(impatient).tablePrefix(prefix).build();
            store.commit(work(tenant, 20));
            List<Claim> first = new OwnTransactions(SOURCE).write("claiming", connection -> {
                List<Claim> mine =
                        rows.claim(connection, true, tenant, Story.LANE, Story.NOW.plusSeconds(60), LEASE, 10);
                assertThat(store.claim(tenant, Story.LANE, Story.NOW.plusSeconds(60), LEASE, 5))
                        .hasSize(5);
                assertThat(store.commit(work(tenant, 20))).isEqualTo(CommitResult.COMMITTED);
                assertThat(store.nextDue(tenant, Story.LANES)).isPresent();
                return mine;
            });

            assertThat(first).hasSize(10);
            assertThat(store.claim(tenant, Story.LANE, Story.NOW.plusSeconds(60), LEASE, 100))
                    .hasSize(25);
        }
    }

    /** However few rows there are, so that an index of the tenant alone would seem good enough. */
    @Test
    void commits_that_end_put_off_and_bury_other_work_do_not_wait_for_each_other() throws SQLException {
        String prefix = newTables();
        TenantId tenant = TenantId.DEFAULT;
        JdbcStore store = JdbcStore.builder(SOURCE).tablePrefix(prefix).build();
        store.commit(work(tenant, 12));
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            claims.addAll(store.claim(tenant, Story.LANE, Story.NOW.plusSeconds(60), LEASE, 1));
        }
        try (HikariDataSource impatient = Databases.mariaDbAfter("SET SESSION innodb_lock_wait_timeout = 1");
                Connection first = host(impatient);
                Connection second = host(impatient)) {
            for (int i = 0; i < 12; i += 2) {
                assertThat(store.within(first).commit(ended(tenant, claims.get(i), i)))
                        .isEqualTo(CommitResult.COMMITTED);
                assertThat(store.within(second).commit(ended(tenant, claims.get(i + 1), i + 2)))
                        .as("work %d", i)
                        .isEqualTo(CommitResult.COMMITTED);
            }
            second.commit();
            first.commit();
        }
    }

    private static Connection host(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    private static Changes ended(TenantId tenant, Claim claim, int how) {
        return Changes.builder(tenant)
                .workResult(
                        switch (how % 3) {
                            case 0 -> new WorkResult.Done(claim);
                            case 1 -> new WorkResult.PutOff(claim, Story.NOW.plusSeconds(600));
                            default -> new WorkResult.Died(claim, Story.NOW, "broken");
                        })
                .build();
    }

    private static Changes work(TenantId tenant, int count) {
        Changes.Builder changes = Changes.builder(tenant);
        for (int i = 0; i < count; i++) {
            changes.schedule(new Work(
                    new WorkKey.HandOver(new DeliveryId(UUID.randomUUID()), Channel.MAIL), Story.NOW.plusSeconds(i)));
        }
        return changes.build();
    }

    @Test
    void who_waits_too_long_for_a_row_is_told_at_once_that_a_later_try_may_succeed() {
        String prefix = newTables();
        NumberRows numbers = new NumberRows(DIALECT, prefix);
        List<String> statements = new ArrayList<>();
        try (HikariDataSource impatient = Databases.mariaDbAfter("SET SESSION innodb_lock_wait_timeout = 1")) {
            JdbcStore store = JdbcStore.builder(Databases.recording(impatient, statements))
                    .tablePrefix(prefix)
                    .build();
            store.nextNumber(TenantId.DEFAULT);
            statements.clear();
            StoreException thrown = new OwnTransactions(SOURCE).write("taking a number", connection -> {
                numbers.next(connection, TenantId.DEFAULT);
                return catchThrowableOfType(StoreException.class, () -> store.nextNumber(TenantId.DEFAULT));
            });

            assertThat(thrown).hasMessageContaining("vendor code 1205");
            assertThat(thrown.retryable()).isTrue();
            assertThat(statements).hasSize(1);
            assertThat(store.nextNumber(TenantId.DEFAULT)).isEqualTo(3);
        }
    }

    @Test
    void a_read_only_server_is_read_and_says_what_it_is_when_something_is_written() {
        String prefix = newTables();
        Story story = new Story();
        JdbcStore.builder(SOURCE).tablePrefix(prefix).build().commit(story.opening());
        try (HikariDataSource replica = Databases.mariaDbAfter("SET SESSION TRANSACTION READ ONLY")) {
            JdbcStore store = JdbcStore.builder(replica).tablePrefix(prefix).build();

            assertThat(store.ticket(story.tenant, story.ticket)).contains(story.opened.after());
            assertThatThrownBy(() -> store.nextNumber(story.tenant))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.retryable()).isFalse())
                    .hasMessageContaining("giving out a ticket number failed, for the database is read-only");
        }
    }

    @Test
    void a_driver_that_does_not_count_the_rows_that_were_found_is_refused() {
        String prefix = newTables();
        try (HikariDataSource source = Databases.mariaDb("&useAffectedRows=true")) {
            JdbcStore store = JdbcStore.builder(source).tablePrefix(prefix).build();

            assertThatThrownBy(() -> store.nextNumber(TenantId.DEFAULT))
                    .isInstanceOf(UnsupportedDatabaseException.class)
                    .hasMessageContaining("useAffectedRows");
        }
    }

    @Test
    void a_driver_that_does_not_count_within_a_batch_is_refused() {
        Requirements requirements = new Requirements(DIALECT);

        assertThatThrownBy(() -> requirements.check(new int[] {Statement.SUCCESS_NO_INFO, Statement.SUCCESS_NO_INFO}))
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessageContaining("counts [-2, -2]")
                .hasMessageContaining("useBulkStmts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&useServerPrepStmts=true",
                "&rewriteBatchedStatements=true",
                "&useServerPrepStmts=true&cachePrepStmts=true&rewriteBatchedStatements=true",
            })
    void options_that_make_a_driver_faster_change_no_outcome(String options) {
        String prefix = newTables();
        try (HikariDataSource source = Databases.mariaDb(options)) {
            JdbcStore store = JdbcStore.builder(source).tablePrefix(prefix).build();
            Story story = new Story();
            assertThat(store.commit(story.opening())).isEqualTo(CommitResult.COMMITTED);
            assertThat(store.commit(story.opening())).isEqualTo(CommitResult.ALREADY_RECEIVED);
            Claim claim =
                    store.claim(story.tenant, Story.LANE, Story.NOW, LEASE, 1).get(0);
            assertThat(store.commit(story.handing(claim))).isEqualTo(CommitResult.COMMITTED);
            assertThat(store.commit(story.handing(claim))).isEqualTo(CommitResult.CLAIM_LOST);

            TenantId busy = new TenantId("busy");
            Instant later = Story.NOW.plusSeconds(60);
            store.commit(work(busy, 20));
            assertThat(store.claim(busy, Story.LANE, later, LEASE, 15)).hasSize(15);
            assertThat(store.claim(busy, Story.LANE, later, LEASE, 15)).hasSize(5);

            Contact one = story.contact("one@kunde.example");
            Contact other = story.contact("other@kunde.example");
            store.commit(Changes.builder(story.tenant)
                    .newContact(one)
                    .newContact(other)
                    .build());
            Changes renaming = Changes.builder(story.tenant)
                    .contact(renamed(one, 0))
                    .contact(renamed(other, 0))
                    .build();
            Changes half = Changes.builder(story.tenant)
                    .contact(renamed(one, 1))
                    .contact(renamed(other, 0))
                    .build();
            assertThat(store.commit(renaming)).isEqualTo(CommitResult.COMMITTED);
            assertThat(store.commit(half)).isEqualTo(CommitResult.STALE);
            assertThat(store.contact(story.tenant, one.id()).orElseThrow().version())
                    .isEqualTo(one.version() + 1);
        }
    }

    private static ContactChange renamed(Contact contact, int changesBefore) {
        long version = contact.version() + changesBefore;
        return new ContactChange(
                version, contact.toBuilder().name("Kari").version(version + 1).build());
    }

    @Test
    void a_connection_that_would_lose_characters_is_refused() {
        String prefix = newTables();
        try (HikariDataSource source = Databases.mariaDbAfter("SET NAMES utf8mb3")) {
            JdbcStore store = JdbcStore.builder(source).tablePrefix(prefix).build();

            assertThatThrownBy(() -> store.nextNumber(TenantId.DEFAULT))
                    .isInstanceOfSatisfying(
                            UnsupportedDatabaseException.class,
                            e -> assertThat(e.needed()).startsWith("utf8mb4"))
                    .hasMessageContaining("another character set");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MariaDB, 10.5.23-MariaDB, MARIADB",
        "MySQL, 5.5.5-10.5.23-MariaDB-log, MARIADB",
        "MySQL, 8.0.16, MYSQL",
        "MySQL, 5.7.44-log, MYSQL",
    })
    void an_old_server_is_refused_before_anything_is_created(String product, String version, String dialect) {
        DataSource old = Databases.pretending(SOURCE, product, version);
        Dialect found = Dialect.of(old);

        assertThat(found).isSameAs(dialect.equals("MARIADB") ? Dialect.MARIADB : Dialect.MYSQL);
        Schema schema = Schema.of(found, Databases.newPrefix());
        assertThatThrownBy(() -> schema.apply(old))
                .isInstanceOfSatisfying(
                        UnsupportedDatabaseException.class,
                        e -> assertThat(e.product()).isEqualTo(found.toString()))
                .hasMessageContaining("found version " + version)
                .hasMessageContaining("or newer");
        assertThat(schema.version(SOURCE)).isEqualTo(Schema.NO_VERSION);
    }

    @ParameterizedTest
    @CsvSource({
        "MariaDB, 10.6.0-MariaDB",
        "MySQL, 11.4.5-MariaDB-ubu2404",
        "MariaDB, of the future",
        "MySQL, 8.0.17",
        "MySQL, 9.1.0",
    })
    void a_server_that_is_new_enough_is_taken(String product, String version) throws SQLException {
        DataSource source = Databases.pretending(SOURCE, product, version);
        try (Connection connection = source.getConnection()) {
            new Requirements(Dialect.of(source)).checkServer(connection);
        }
    }

    @Test
    void a_creation_that_was_interrupted_after_any_statement_is_completed_by_the_next_one() throws SQLException {
        List<String> statements = statements("any_");
        for (int done = 1; done < statements.size(); done += 4) {
            String prefix = Databases.newPrefix();
            Schema schema = Schema.of(DIALECT, prefix);
            execute(statements(prefix).subList(0, done));
            assertThat(schema.version(SOURCE)).isEqualTo(Schema.NO_VERSION);

            schema.apply(SOURCE);
            assertThat(JdbcStore.builder(SOURCE).tablePrefix(prefix).build().nextNumber(TenantId.DEFAULT))
                    .isEqualTo(1);
        }
    }

    @Test
    void nodes_that_apply_while_other_tools_run_the_same_statements_succeed() throws Exception {
        for (int round = 0; round < 3; round++) {
            String prefix = Databases.newPrefix();
            Schema schema = Schema.of(DIALECT, prefix);
            List<String> statements = statements(prefix);
            Race.of(4, i -> {
                if (i == 0) {
                    schema.apply(SOURCE);
                } else {
                    execute(statements.subList(0, statements.size() - 1));
                }
                return i;
            });

            assertThat(schema.version(SOURCE)).isEqualTo(Schema.VERSION);
            JdbcStore store = JdbcStore.builder(SOURCE).tablePrefix(prefix).build();
            assertThat(store.commit(new Story().opening())).isEqualTo(CommitResult.COMMITTED);
        }
    }

    private static String newTables() {
        String prefix = Databases.newPrefix();
        Schema.of(DIALECT, prefix).apply(SOURCE);
        return prefix;
    }

    private static List<String> statements(String prefix) {
        return Arrays.stream(Schema.of(DIALECT, prefix).print().split(";\n", -1))
                .filter(sql -> !sql.isBlank())
                .toList();
    }

    private static void execute(List<String> statements) throws SQLException {
        try (Connection connection = SOURCE.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String value(String sql) throws SQLException {
        try (Connection connection = SOURCE.getConnection()) {
            return new Sql(DIALECT)
                    .first(connection, sql + " AS value", p -> {}, row -> row.text("value"))
                    .orElseThrow();
        }
    }
}
