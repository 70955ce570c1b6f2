package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.svar.message.Content;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.StoreException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever statement fails, nothing of a commit stays, and the same commit succeeds afterwards. */
final class FailureTest {
    private static final List<String> TABLES = List.of(
            "ticket",
            "term",
            "event",
            "message",
            "mail_thread",
            "contact",
            "contact_address",
            "organization",
            "organization_domain",
            "macro",
            "receipt",
            "content",
            "incident",
            "mailing",
            "delivery",
            "work",
            "number",
            "cursor",
            "kept_value",
            "tally",
            "preference",
            "rotation");
    private static final String IO_ERROR = "58030";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String CONNECTION_LOST = "08006";

    private record Desk(DataSource plain, String prefix, Faults faults, JdbcStore store) {
        static Desk of(DataSource source) {
            String prefix = Databases.newPrefix();
            Schema.of(Dialect.of(source), prefix).apply(source);
            Faults faults = new Faults(source);
            JdbcStore store =
                    JdbcStore.builder(faults.source()).tablePrefix(prefix).build();
            store.nextDue(new Story().tenant, Story.LANES);
            return new Desk(source, prefix, faults, store);
        }

        /** All that is stored, in text, by table. */
        Map<String, List<String>> everything() throws SQLException {
            Map<String, List<String>> all = new TreeMap<>();
            try (Connection connection = plain.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String table : TABLES) {
                    List<String> rows = new ArrayList<>();
                    try (ResultSet results = statement.executeQuery("SELECT * FROM " + prefix + table)) {
                        while (results.next()) {
                            StringBuilder row = new StringBuilder();
                            for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                                row.append(results.getString(i)).append('|');
                            }
                            rows.add(row.toString());
                        }
                    }
                    rows.sort(null);
                    all.put(table, rows);
                }
            }
            return all;
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_opening_that_fails_at_any_statement_leaves_nothing_and_succeeds_afterwards(Database database)
            throws SQLException {
        int statements = failEverywhere(Desk.of(database.source()), (desk, story) -> story.opening());

        assertThat(statements).isGreaterThan(database == Database.POSTGRESQL ? 3 : 10);
    }

    @ParameterizedTest
    @EnumSource
    void a_small_opening_that_fails_at_any_statement_leaves_nothing_and_succeeds_afterwards(Database database)
            throws SQLException {
        int statements = failEverywhere(Desk.of(database.source()), (desk, story) -> story.smallOpening());

        assertThat(statements).isGreaterThan(database == Database.POSTGRESQL ? 1 : 10);
    }

    @ParameterizedTest
    @EnumSource
    void a_claimed_change_that_fails_at_any_statement_leaves_nothing_and_succeeds_afterwards(Database database)
            throws SQLException {
        int statements = failEverywhere(Desk.of(database.source()), (desk, story) -> {
            assertThat(desk.store().commit(story.opening())).isEqualTo(CommitResult.COMMITTED);
            Claim claim = desk.store()
                    .claim(story.tenant, Story.LANE, Story.NOW, Duration.ofMinutes(1), 1)
                    .get(0);
            return story.handing(claim);
        });

        assertThat(statements).isGreaterThan(database == Database.POSTGRESQL ? 3 : 10);
    }

    private interface Preparation {
        Changes of(Desk desk, Story story);
    }

    /** Fails at the first statement, the second and so on, each before and after the database did it. */
    private static int failEverywhere(Desk desk, Preparation preparation) throws SQLException {
        for (int n = 1; ; n++) {
            for (boolean afterwards : new boolean[] {false, true}) {
                desk.faults().failNever();
                Changes changes = preparation.of(desk, new Story());
                Map<String, List<String>> before = desk.everything();
                desk.faults().failAt(n, afterwards, IO_ERROR);
                Throwable thrown = catchThrowable(() -> desk.store().commit(changes));
                if (!desk.faults().reached()) {
                    assertThat(thrown).isNull();
                    assertThat(afterwards).isFalse();
                    return n - 1;
                }
                assertThat(desk.faults().openConnections()).isZero();
                assertThat(desk.faults().autoCommitsGivenBack()).containsExactly(true);
                boolean stored = !desk.everything().equals(before);
                // A failure at the very end is looked into by the store, so what it says is true.
                assertThat(stored).as("failure %d", n).isEqualTo(thrown == null);
                if (!stored) {
                    assertThat(thrown).as("failure %d", n).isInstanceOf(StoreException.class);
                    assertThat(desk.store().commit(changes)).isEqualTo(CommitResult.COMMITTED);
                }
            }
        }
    }

    /** The lost one may still be under way, so nobody knows that nothing is stored. */
    @ParameterizedTest
    @EnumSource
    void a_commit_whose_answer_is_lost_and_that_cannot_be_done_again_is_unknown(Database database) {
        Desk desk = Desk.of(database.source());
        int unknown = 0;
        for (int n = 1; ; n++) {
            Story story = new Story();
            AtomicBoolean read = new AtomicBoolean();
            Content once = Content.reading(story.raw.ref(), () -> {
                if (read.getAndSet(true)) {
                    throw new IOException("can be read once only");
                }
                return story.raw.open();
            });
            desk.faults().failAt(n, false, IO_ERROR);
            Changes changes = Changes.builder(story.tenant)
                    .ticket(story.opened)
                    .content(once)
                    .build();
            Throwable thrown = catchThrowable(() -> desk.store().commit(changes));
            if (!desk.faults().reached()) {
                assertThat(unknown).isEqualTo(1);
                return;
            }
            assertThat(thrown).isInstanceOf(StoreException.class);
            unknown += ((StoreException) thrown).outcomeUnknown() ? 1 : 0;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_commit_that_the_database_rolled_back_for_another_one_is_begun_again(Database database) throws SQLException {
        Desk desk = Desk.of(database.source());
        for (int n = 1; ; n++) {
            Story story = new Story();
            desk.faults().failAt(n, false, SERIALIZATION_FAILURE);
            assertThat(desk.store().commit(story.opening())).isEqualTo(CommitResult.COMMITTED);
            if (!desk.faults().reached()) {
                return;
            }
            assertThat(desk.store().ticket(story.tenant, story.ticket)).contains(story.opened.after());
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbers_and_claims_that_fail_at_any_statement_succeed_afterwards(Database database) {
        Desk desk = Desk.of(database.source());
        Story story = new Story();
        desk.store().commit(story.opening());
        Map<String, Function<JdbcStore, ?>> calls = Map.of(
                "number", store -> store.nextNumber(story.tenant),
                "turn", store -> store.nextTurn(story.tenant, "all"),
                "claim", store -> store.claim(story.tenant, Story.LANE, Story.NOW, Duration.ofMinutes(1), 1));
        calls.forEach((name, call) -> {
            for (int n = 1; n <= 2; n++) {
                desk.faults().failAt(n, false, IO_ERROR);
                assertThat(catchThrowable(() -> call.apply(desk.store())))
                        .as(name)
                        .isInstanceOf(StoreException.class);
            }
        });
        desk.faults().failNever();

        assertThat(desk.store().claim(story.tenant, Story.LANE, Story.NOW, Duration.ofMinutes(1), 1))
                .hasSize(1);
        assertThat(desk.store().nextNumber(story.tenant)).isEqualTo(1);
        assertThat(desk.store().nextTurn(story.tenant, "all")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void an_error_tells_the_codes_and_whether_to_try_again_but_no_values(Database database) {
        Desk desk = Desk.of(database.source());
        Story story = new Story();
        desk.faults().failAt(2, false, CONNECTION_LOST);
        StoreException lost =
                catchThrowableOfType(StoreException.class, () -> desk.store().commit(story.opening()));
        desk.faults().failAt(1, false, IO_ERROR);
        StoreException broken =
                catchThrowableOfType(StoreException.class, () -> desk.store().ticket(story.tenant, story.ticket));

        assertThat(lost).hasMessageContaining("a commit failed: SQLState 08006");
        assertThat(lost.retryable()).isTrue();
        assertThat(lost).hasStackTraceContaining("FailureTest");
        assertThat(stackTrace(lost)).doesNotContain("kari@kunde.example").doesNotContain("secret");
        assertThat(broken.retryable()).isFalse();
        assertThat(desk.faults().openConnections()).isZero();
    }

    private static String stackTrace(Throwable thrown) {
        java.io.StringWriter out = new java.io.StringWriter();
        thrown.printStackTrace(new java.io.PrintWriter(out));
        return out.toString();
    }
}
