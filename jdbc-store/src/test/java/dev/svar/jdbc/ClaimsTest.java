package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkLane;
import dev.svar.store.WorkResult;
import dev.svar.ticket.TicketId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A claim need not wait for the disk on PostgreSQL; nothing else may hurry with it. */
final class ClaimsTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final String SETTING = "synchronous_commit";

    private final Story story = new Story();
    private final List<String> statements = new ArrayList<>();

    private static String setting(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + SETTING)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void set(Connection connection, String value) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET " + SETTING + " TO " + value);
        }
    }

    private List<Claim> claimed(JdbcStore store) {
        WorkKey key = new WorkKey.Wake(new TicketId(UUID.randomUUID()));
        store.commit(
                Changes.builder(story.tenant).schedule(new Work(key, Story.NOW)).build());
        statements.clear();
        return store.claim(story.tenant, key.lane(), Story.NOW, LEASE, 10);
    }

    private static List<WorkResult> resultsOf(Claim claim) {
        return List.of(
                new WorkResult.Done(claim),
                new WorkResult.PutOff(claim, Story.NOW),
                new WorkResult.Retry(claim, Story.NOW),
                new WorkResult.Unbegun(claim),
                new WorkResult.Underway(claim, Story.NOW),
                new WorkResult.Died(claim, Story.NOW, "lost"));
    }

    /** One result, or many at once. */
    @ParameterizedTest
    @EnumSource
    void whatever_came_of_a_claim_that_was_taken_over_is_refused_and_changes_nothing(Database database) {
        JdbcStore store = Databases.newStore(database.source());
        for (int i = 0; i < 12; i++) {
            assertThat(claimed(store)).isNotEmpty();
        }
        Instant ended = Story.NOW.plus(LEASE);
        WorkLane lane = WorkLane.TICKETS;
        List<Claim> first = store.claim(story.tenant, lane, ended, LEASE, 100);
        List<Claim> second = store.claim(story.tenant, lane, ended.plus(LEASE), LEASE, 100);
        assertThat(second).hasSize(12);
        for (int kind = 0; kind < resultsOf(first.get(0)).size(); kind++) {
            int chosen = kind;
            Changes.Builder all = Changes.builder(story.tenant);
            first.forEach(claim -> all.workResult(resultsOf(claim).get(chosen)));
            Changes one = Changes.builder(story.tenant)
                    .workResult(resultsOf(first.get(0)).get(kind))
                    .build();

            assertThat(store.commit(one)).as("result %s", kind).isEqualTo(CommitResult.CLAIM_LOST);
            assertThat(store.commit(all.build())).as("results %s", kind).isEqualTo(CommitResult.CLAIM_LOST);
        }
        Changes.Builder mixed = Changes.builder(story.tenant);
        for (int i = 0; i < 4; i++) {
            mixed.workResult(resultsOf(second.get(i)).get(i));
        }
        second.subList(4, 12).forEach(claim -> mixed.workResult(new WorkResult.Done(claim)));

        assertThat(store.commit(mixed.build())).isEqualTo(CommitResult.COMMITTED);
        assertThat(store.claim(story.tenant, lane, ended.plus(LEASE), LEASE, 100))
                .extracting(claim -> claim.work().key(), Claim::attempt)
                .containsExactlyInAnyOrder(
                        tuple(second.get(1).work().key(), 1),
                        tuple(second.get(2).work().key(), second.get(2).attempt() + 1),
                        tuple(second.get(3).work().key(), second.get(3).attempt()));
    }

    @Test
    void a_claim_of_its_own_does_not_wait_and_the_next_transaction_does() throws SQLException {
        try (Connection connection = Databases.postgres().getConnection()) {
            set(connection, "on");
            String prefix = Databases.newPrefix();
            Schema.of(Dialect.POSTGRESQL, prefix).apply(Databases.postgres());
            JdbcStore store = JdbcStore.builder(Databases.recording(Databases.lending(connection), statements))
                    .tablePrefix(prefix)
                    .build();

            assertThat(claimed(store)).hasSize(1);
            assertThat(statements).singleElement().asString().contains(SETTING);
            assertThat(setting(connection)).isEqualTo("on");
        }
    }

    @Test
    void a_claim_in_a_transaction_of_the_hosts_leaves_its_commit_as_it_is() throws SQLException {
        JdbcStore store = Databases.newStore(Databases.postgres());
        try (Connection connection = Databases.postgres().getConnection()) {
            set(connection, "on");
            connection.setAutoCommit(false);

            assertThat(claimed(store.within(connection))).hasSize(1);
            assertThat(setting(connection)).isEqualTo("on");
            connection.rollback();
        }
    }
}
