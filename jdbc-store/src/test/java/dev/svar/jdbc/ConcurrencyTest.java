package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.TenantId;
import dev.svar.delivery.DeliveryId;
import dev.svar.message.Content;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.TicketQuery;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkResult;
import dev.svar.testkit.Race;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What only a database with several connections can get wrong, beside what the contract tests. */
final class ConcurrencyTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 10;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private interface Addition {
        void to(Changes.Builder changes, Story story);
    }

    /** Each in a race of its own: a commit that waits for one of them would come too late for the others. */
    private static void everyoneAdds(JdbcStore store, TenantId tenant, Addition addition) throws Exception {
        List<Changes> all = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Story story = new Story(tenant, i + 1);
            Changes.Builder changes = Changes.builder(tenant).ticket(story.opened);
            addition.to(changes, story);
            all.add(changes.build());
        }

        assertThat(Race.of(THREADS, i -> store.commit(all.get(i)))).containsOnly(CommitResult.COMMITTED);
        assertThat(store.tickets(tenant, TicketQuery.all(100)).items()).hasSize(THREADS);
    }

    @ParameterizedTest
    @EnumSource
    void commits_that_bring_the_same_message_id_at_once_are_all_committed(Database database) throws Exception {
        JdbcStore store = Databases.newStore(database.source());
        for (int round = 0; round < ROUNDS; round++) {
            TenantId tenant = new TenantId("t-" + UUID.randomUUID());
            Optional<String> same = Optional.of("<same@kunde.example>");
            everyoneAdds(store, tenant, (changes, story) -> changes.message(story.message(2, "Hei", same)));

            TicketId first =
                    store.ticketsOfMail(tenant, List.of("<same@kunde.example>")).get(0);
            assertThat(store.ticket(tenant, first)).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void commits_that_keep_the_same_bytes_at_once_are_all_committed(Database database) throws Exception {
        JdbcStore store = Databases.newStore(database.source());
        for (int round = 0; round < ROUNDS; round++) {
            TenantId tenant = new TenantId("t-" + UUID.randomUUID());
            Content logo = Story.content("logo");
            everyoneAdds(store, tenant, (changes, story) -> changes.content(logo));

            assertThat(store.content(tenant, logo.ref())).contains(logo);
        }
    }

    @ParameterizedTest
    @EnumSource
    void commits_that_schedule_the_same_work_at_once_are_all_committed(Database database) throws Exception {
        JdbcStore store = Databases.newStore(database.source());
        for (int round = 0; round < ROUNDS; round++) {
            TenantId tenant = new TenantId("t-" + UUID.randomUUID());
            Work work = new Work(new WorkKey.HandOver(new DeliveryId(UUID.randomUUID())), Story.NOW);
            everyoneAdds(store, tenant, (changes, story) -> changes.schedule(work));

            assertThat(store.claim(tenant, Story.NOW, LEASE, 10)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void commits_that_touch_the_same_rows_in_different_order_do_not_wait_for_each_other_in_a_circle(Database database)
            throws Exception {
        JdbcStore store = Databases.newStore(database.source());
        TenantId tenant = new TenantId("t-" + UUID.randomUUID());
        List<Work> work = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            work.add(new Work(new WorkKey.HandOver(new DeliveryId(UUID.randomUUID())), Story.NOW));
        }
        Changes.Builder all = Changes.builder(tenant);
        work.forEach(all::schedule);
        store.commit(all.build());

        List<List<CommitResult>> results = Race.of(THREADS, i -> {
            List<CommitResult> mine = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                List<Work> order = new ArrayList<>(work);
                Collections.rotate(order, i + round);
                Changes.Builder changes = Changes.builder(tenant);
                order.forEach(changes::schedule);
                mine.add(store.commit(changes.build()));
            }
            return mine;
        });

        assertThat(results).allSatisfy(mine -> assertThat(mine).containsOnly(CommitResult.COMMITTED));
    }

    @ParameterizedTest
    @EnumSource
    void while_a_claim_is_taken_over_only_one_of_both_can_finish_the_work(Database database) throws Exception {
        JdbcStore store = Databases.newStore(database.source());
        for (int round = 0; round < ROUNDS; round++) {
            Story story = new Story();
            store.commit(story.opening());
            Claim first = store.claim(story.tenant, Story.NOW, LEASE, 1).get(0);
            Claim second =
                    store.claim(story.tenant, first.leaseUntil(), LEASE, 1).get(0);
            assertThat(second.fence()).isNotEqualTo(first.fence());

            List<CommitResult> results = Race.of(
                    THREADS,
                    i -> store.commit(Changes.builder(story.tenant)
                            .workResult(new WorkResult.Done(i % 2 == 0 ? first : second))
                            .build()));

            assertThat(results).containsOnlyOnce(CommitResult.COMMITTED);
            assertThat(results).containsOnly(CommitResult.COMMITTED, CommitResult.CLAIM_LOST);
            assertThat(results.get(0)).isEqualTo(CommitResult.CLAIM_LOST);
            assertThat(store.nextDue(story.tenant)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void expired_leases_are_claimed_again_by_one_node_each(Database database) throws Exception {
        JdbcStore store = Databases.newStore(database.source());
        TenantId tenant = new TenantId("t-" + UUID.randomUUID());
        Changes.Builder changes = Changes.builder(tenant);
        for (int i = 0; i < 40; i++) {
            changes.schedule(new Work(new WorkKey.HandOver(new DeliveryId(UUID.randomUUID())), Story.NOW));
        }
        store.commit(changes.build());
        assertThat(store.claim(tenant, Story.NOW, LEASE, 100)).hasSize(40);
        assertThat(store.claim(tenant, Story.NOW.plus(LEASE).minusNanos(1000), LEASE, 100))
                .isEmpty();

        List<List<Claim>> claims = Race.of(THREADS, i -> store.claim(tenant, Story.NOW.plus(LEASE), LEASE, 10));

        List<Claim> all = new ArrayList<>(store.claim(tenant, Story.NOW.plus(LEASE), LEASE, 100));
        claims.forEach(all::addAll);
        assertThat(all).extracting(Claim::work).doesNotHaveDuplicates().hasSize(40);
        assertThat(all).extracting(Claim::fence).doesNotHaveDuplicates().allMatch(fence -> fence > 0);
    }
}
