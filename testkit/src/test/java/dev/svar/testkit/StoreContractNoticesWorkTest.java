package dev.svar.testkit;

import static dev.svar.testkit.Broken.assertNoticed;
import static dev.svar.testkit.Broken.assertNoticedAmongOthers;
import static dev.svar.testkit.Broken.committing;

import dev.svar.contact.TenantId;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkLane;
import dev.svar.store.WorkResult;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract notices a store that loses due work, gives it to several, or never gives it again. */
final class StoreContractNoticesWorkTest {
    @Test
    void work_that_is_claimed_by_two() throws Exception {
        assertNoticedAmongOthers(
                () -> new ForwardingStore() {
                    private List<Claim> last = List.of();

                    @Override
                    public synchronized List<Claim> claim(
                            TenantId tenant, WorkLane lane, Instant now, Duration lease, int limit) {
                        List<Claim> given = last.isEmpty() ? store.claim(tenant, lane, now, lease, limit) : last;
                        last = last.isEmpty() ? given : List.of();
                        return given;
                    }
                },
                "work_is_claimed_once_it_is_due_earliest_first_and_by_one_only",
                "several_claim_at_once_and_each_piece_of_work_is_claimed_by_one");
    }

    @Test
    void claims_without_a_lease() throws Exception {
        assertNoticedAmongOthers(
                () -> new ForwardingStore() {
                    @Override
                    public List<Claim> claim(TenantId tenant, WorkLane lane, Instant now, Duration lease, int limit) {
                        return store.claim(tenant, lane, now, Duration.ZERO, limit).stream()
                                .map(claim -> new Claim(claim.work(), claim.fence(), claim.attempt(), now.plus(lease)))
                                .toList();
                    }
                },
                "work_is_claimed_once_it_is_due_earliest_first_and_by_one_only",
                "several_claim_at_once_and_each_piece_of_work_is_claimed_by_one");
    }

    @Test
    void a_lease_that_never_ends() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Claim> claim(TenantId tenant, WorkLane lane, Instant now, Duration lease, int limit) {
                        return store.claim(tenant, lane, now, Duration.ofDays(100_000), limit).stream()
                                .map(claim -> new Claim(claim.work(), claim.fence(), claim.attempt(), now.plus(lease)))
                                .toList();
                    }
                },
                "a_claim_whose_lease_ended_still_holds_while_nobody_took_it_over",
                "one_tenant_changes_nothing_of_another",
                "work_whose_lease_ended_is_claimed_again_and_the_first_claim_holds_no_more",
                "work_that_is_there_stays_as_it_is_when_it_is_scheduled_if_absent",
                "attempts_are_counted_until_work_is_scheduled_or_put_off",
                "claimed_work_hides_nothing_and_comes_back_at_its_place_when_its_lease_ends",
                "work_that_was_not_begun_is_free_as_if_it_had_not_been_claimed");
    }

    @Test
    void a_lease_that_is_told_wrongly() throws Exception {
        assertNoticed(
                Broken.<List<Claim>>reading(
                        "claim",
                        claims -> claims.stream()
                                .map(claim -> new Claim(
                                        claim.work(),
                                        claim.fence(),
                                        claim.attempt(),
                                        claim.leaseUntil().plusSeconds(1)))
                                .toList()),
                "one_tenant_changes_nothing_of_another",
                "work_whose_lease_ended_is_claimed_again_and_the_first_claim_holds_no_more",
                "work_that_is_there_stays_as_it_is_when_it_is_scheduled_if_absent");
    }

    @Test
    void claims_of_the_latest_first() throws Exception {
        assertNoticed(
                Broken.<List<Claim>>reading("claim", Broken::reversed),
                "a_batch_is_claimed_earliest_first_and_the_next_time_is_the_earliest_of_all",
                "whether_work_is_absent_is_looked_at_after_everything_else_was_done_with_it",
                "claimed_work_hides_nothing_and_comes_back_at_its_place_when_its_lease_ends");
    }

    @Test
    void claims_that_take_the_latest() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Claim> claim(TenantId tenant, WorkLane lane, Instant now, Duration lease, int limit) {
                        List<Claim> all = new ArrayList<>(store.claim(tenant, lane, now, lease, 1000));
                        all.sort(Comparator.comparing(
                                        (Claim claim) -> claim.work().dueAt())
                                .reversed());
                        all.stream()
                                .skip(limit)
                                .forEach(claim -> store.commit(Changes.builder(tenant)
                                        .schedule(claim.work())
                                        .build()));
                        return all.stream().limit(limit).toList();
                    }
                },
                "a_batch_is_claimed_earliest_first_and_the_next_time_is_the_earliest_of_all",
                "work_is_claimed_once_it_is_due_earliest_first_and_by_one_only",
                "whether_work_is_absent_is_looked_at_after_everything_else_was_done_with_it",
                "claimed_work_hides_nothing_and_comes_back_at_its_place_when_its_lease_ends");
    }

    @Test
    void claims_of_more_than_was_asked_for() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Claim> claim(TenantId tenant, WorkLane lane, Instant now, Duration lease, int limit) {
                        return store.claim(tenant, lane, now, lease, 1000);
                    }
                },
                "work_is_claimed_once_it_is_due_earliest_first_and_by_one_only",
                "claimed_work_hides_nothing_and_comes_back_at_its_place_when_its_lease_ends");
    }

    @Test
    void claims_of_what_is_not_due_yet() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Claim> claim(TenantId tenant, WorkLane lane, Instant now, Duration lease, int limit) {
                        return store.claim(tenant, lane, now.plusSeconds(1), lease.minusSeconds(1), limit);
                    }
                },
                "work_is_claimed_once_it_is_due_earliest_first_and_by_one_only",
                "work_that_is_put_off_comes_back_at_its_time_and_its_claim_ends",
                "results_of_several_pieces_of_work_are_stored_together_or_not_at_all");
    }

    @Test
    void work_that_is_put_off_and_forgotten() throws Exception {
        assertNoticed(
                committing(parts -> parts.workResults.replaceAll(result ->
                        result instanceof WorkResult.PutOff putOff ? new WorkResult.Done(putOff.claim()) : result)),
                "work_that_is_put_off_comes_back_at_its_time_and_its_claim_ends",
                "work_that_goes_on_or_is_put_off_is_not_absent",
                "attempts_are_counted_until_work_is_scheduled_or_put_off",
                "results_of_several_pieces_of_work_are_stored_together_or_not_at_all");
    }

    @Test
    void work_that_is_put_off_and_keeps_its_claim() throws Exception {
        assertNoticed(
                committing(parts -> parts.workResults.replaceAll(result -> result instanceof WorkResult.PutOff putOff
                        ? new WorkResult.Underway(putOff.claim(), putOff.at())
                        : result)),
                "work_that_is_put_off_comes_back_at_its_time_and_its_claim_ends",
                "work_that_goes_on_or_is_put_off_is_not_absent",
                "attempts_are_counted_until_work_is_scheduled_or_put_off");
    }

    @Test
    void work_that_is_underway_and_loses_its_claim() throws Exception {
        assertNoticed(
                committing(parts ->
                        parts.workResults.replaceAll(result -> result instanceof WorkResult.Underway underway
                                ? new WorkResult.PutOff(underway.claim(), underway.until())
                                : result)),
                "work_that_is_underway_keeps_its_claim_and_its_lease_is_renewed",
                "work_that_goes_on_or_is_put_off_is_not_absent");
    }

    @Test
    void work_that_is_underway_and_whose_lease_is_not_renewed() throws Exception {
        assertNoticed(
                committing(parts ->
                        parts.workResults.replaceAll(result -> result instanceof WorkResult.Underway underway
                                ? new WorkResult.Underway(
                                        underway.claim(), underway.claim().leaseUntil())
                                : result)),
                "work_that_is_underway_keeps_its_claim_and_its_lease_is_renewed",
                "work_that_goes_on_or_is_put_off_is_not_absent");
    }

    @Test
    void work_that_is_done_and_comes_back() throws Exception {
        assertNoticed(
                committing(parts -> parts.workResults.replaceAll(result -> result instanceof WorkResult.Done done
                        ? new WorkResult.PutOff(
                                done.claim(), done.claim().work().dueAt())
                        : result)),
                "a_claim_whose_lease_ended_still_holds_while_nobody_took_it_over",
                "work_whose_lease_ended_is_claimed_again_and_the_first_claim_holds_no_more",
                "whether_work_is_absent_is_looked_at_after_everything_else_was_done_with_it",
                "work_that_is_there_stays_as_it_is_when_it_is_scheduled_if_absent",
                "results_of_several_pieces_of_work_are_stored_together_or_not_at_all");
    }

    @Test
    void rescheduling_that_leaves_claims_valid() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    private final Map<WorkKey, Claim> claims = new ConcurrentHashMap<>();

                    @Override
                    public List<Claim> claim(TenantId tenant, WorkLane lane, Instant now, Duration lease, int limit) {
                        List<Claim> given = store.claim(tenant, lane, now, lease, limit);
                        given.forEach(claim -> claims.put(claim.work().key(), claim));
                        return given;
                    }

                    @Override
                    public CommitResult commit(Changes changes) {
                        return store.commit(Parts.twisted(
                                changes, parts -> parts.scheduled.removeIf(work -> moved(changes.tenant(), work))));
                    }

                    private boolean moved(TenantId tenant, Work work) {
                        return Optional.ofNullable(claims.get(work.key()))
                                .filter(claim -> store.commit(Changes.builder(tenant)
                                                .workResult(new WorkResult.Underway(claim, work.dueAt()))
                                                .build())
                                        == CommitResult.COMMITTED)
                                .isPresent();
                    }
                },
                "rescheduling_replaces_the_time_and_ends_a_claim",
                "the_result_of_work_comes_before_what_is_cancelled_and_scheduled",
                "attempts_are_counted_until_work_is_scheduled_or_put_off");
    }

    @Test
    void fences_that_begin_again_when_work_is_scheduled_anew() throws Exception {
        assertNoticedAmongOthers(
                () -> new ForwardingStore() {
                    private final Map<WorkKey, List<Long>> fences = new ConcurrentHashMap<>();

                    @Override
                    public List<Claim> claim(TenantId tenant, WorkLane lane, Instant now, Duration lease, int limit) {
                        return store.claim(tenant, lane, now, lease, limit).stream()
                                .map(claim -> {
                                    List<Long> given =
                                            fences.computeIfAbsent(claim.work().key(), k -> new ArrayList<>());
                                    given.add(claim.fence());
                                    return new Claim(claim.work(), given.size(), claim.attempt(), claim.leaseUntil());
                                })
                                .toList();
                    }

                    @Override
                    public CommitResult commit(Changes changes) {
                        CommitResult result = store.commit(
                                Parts.twisted(changes, parts -> parts.workResults.replaceAll(this::translated)));
                        if (result == CommitResult.COMMITTED) {
                            changes.cancelled().forEach(fences::remove);
                            changes.scheduled().forEach(work -> fences.remove(work.key()));
                        }
                        return result;
                    }

                    private WorkResult translated(WorkResult result) {
                        Claim told = result.claim();
                        List<Long> given = fences.getOrDefault(told.work().key(), List.of());
                        Claim claim = new Claim(
                                told.work(),
                                given.size() < told.fence() ? Long.MAX_VALUE : given.get((int) told.fence() - 1),
                                told.attempt(),
                                told.leaseUntil());
                        if (result instanceof WorkResult.PutOff putOff) {
                            return new WorkResult.PutOff(claim, putOff.at());
                        }
                        if (result instanceof WorkResult.Underway underway) {
                            return new WorkResult.Underway(claim, underway.until());
                        }
                        return new WorkResult.Done(claim);
                    }
                },
                "cancelled_work_is_forgotten_and_a_claim_of_it_ends_also_when_it_is_scheduled_anew",
                "rescheduling_replaces_the_time_and_ends_a_claim");
    }

    @Test
    void cancelling_that_does_nothing() throws Exception {
        assertNoticed(
                committing(parts -> parts.cancelled.clear()),
                "cancelled_work_is_forgotten_and_a_claim_of_it_ends_also_when_it_is_scheduled_anew",
                "the_result_of_work_comes_before_what_is_cancelled_and_scheduled",
                "whether_work_is_absent_is_looked_at_after_everything_else_was_done_with_it");
    }

    @Test
    void cancelling_that_leaves_claimed_work() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    private final Map<WorkKey, Claim> claims = new ConcurrentHashMap<>();

                    @Override
                    public List<Claim> claim(TenantId tenant, WorkLane lane, Instant now, Duration lease, int limit) {
                        List<Claim> given = store.claim(tenant, lane, now, lease, limit);
                        given.forEach(claim -> claims.put(claim.work().key(), claim));
                        return given;
                    }

                    @Override
                    public CommitResult commit(Changes changes) {
                        return store.commit(
                                Parts.twisted(changes, parts -> parts.cancelled.removeIf(claims::containsKey)));
                    }
                },
                "cancelled_work_is_forgotten_and_a_claim_of_it_ends_also_when_it_is_scheduled_anew",
                "the_result_of_work_comes_before_what_is_cancelled_and_scheduled",
                "whether_work_is_absent_is_looked_at_after_everything_else_was_done_with_it");
    }

    @Test
    void scheduling_that_leaves_the_first_time() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    private final Map<WorkKey, Work> first = new ConcurrentHashMap<>();

                    @Override
                    public CommitResult commit(Changes changes) {
                        return store.commit(Parts.twisted(
                                changes,
                                parts -> parts.scheduled.replaceAll(
                                        work -> first.computeIfAbsent(work.key(), k -> work))));
                    }
                },
                "rescheduling_replaces_the_time_and_ends_a_claim",
                "the_result_of_work_comes_before_what_is_cancelled_and_scheduled",
                "dead_work_that_was_scheduled_anew_stays_as_it_was_scheduled_when_it_is_replayed");
    }

    @Test
    void work_that_is_cancelled_after_it_was_scheduled_in_the_same_commit() throws Exception {
        assertNoticed(
                committing(parts -> parts.scheduled.removeIf(work -> parts.cancelled.contains(work.key()))),
                "cancelled_work_is_forgotten_and_a_claim_of_it_ends_also_when_it_is_scheduled_anew");
    }

    @Test
    void a_work_result_that_comes_after_what_is_scheduled() throws Exception {
        assertNoticed(
                committing(parts -> parts.workResults.forEach(result -> parts.scheduled.removeIf(
                        work -> work.key().equals(result.claim().work().key())))),
                "the_result_of_work_comes_before_what_is_cancelled_and_scheduled");
    }

    @Test
    void work_that_is_due_at_a_coarser_time() throws Exception {
        assertNoticedAmongOthers(
                committing(parts -> parts.scheduled.replaceAll(
                        work -> new Work(work.key(), work.dueAt().truncatedTo(ChronoUnit.MILLIS)))),
                "work_is_claimed_once_it_is_due_earliest_first_and_by_one_only",
                "rescheduling_replaces_the_time_and_ends_a_claim");
    }

    @Test
    void work_of_one_kind_that_is_mistaken_for_another() throws Exception {
        assertNoticed(
                committing(parts -> parts.scheduled.replaceAll(work -> work.key() instanceof WorkKey.ReachLevel level
                        ? new Work(
                                new WorkKey.ReachLevel(level.ticket(), level.target(), 1, level.level()), work.dueAt())
                        : work)),
                "every_kind_of_work_comes_back_as_it_was");
    }

    @Test
    void a_next_time_that_is_never_told() throws Exception {
        assertNoticedAmongOthers(
                Broken.<Optional<Instant>>reading("nextDue", next -> Optional.empty()),
                "a_batch_is_claimed_earliest_first_and_the_next_time_is_the_earliest_of_all",
                "rescheduling_replaces_the_time_and_ends_a_claim");
    }

    @Test
    void a_next_time_that_is_too_late() throws Exception {
        assertNoticedAmongOthers(
                Broken.<Optional<Instant>>reading("nextDue", next -> next.map(at -> at.plusSeconds(1))),
                "a_batch_is_claimed_earliest_first_and_the_next_time_is_the_earliest_of_all",
                "rescheduling_replaces_the_time_and_ends_a_claim");
    }

    @Test
    void a_next_time_that_is_told_when_there_is_no_work() throws Exception {
        assertNoticedAmongOthers(
                Broken.<Optional<Instant>>reading("nextDue", next -> next.or(() -> Optional.of(Samples.NOW))),
                "cancelled_work_is_forgotten_and_a_claim_of_it_ends_also_when_it_is_scheduled_anew",
                "work_whose_lease_ended_is_claimed_again_and_the_first_claim_holds_no_more");
    }

    @Test
    void a_next_time_that_is_the_latest() throws Exception {
        assertNoticedAmongOthers(
                () -> new ForwardingStore() {
                    private final Collection<Instant> times = new ArrayList<>();

                    @Override
                    public CommitResult commit(Changes changes) {
                        CommitResult result = store.commit(changes);
                        synchronized (times) {
                            changes.scheduled().forEach(work -> times.add(work.dueAt()));
                        }
                        return result;
                    }

                    @Override
                    public Optional<Instant> nextDue(TenantId tenant, Set<WorkLane> lanes) {
                        synchronized (times) {
                            return times.size() < 2
                                    ? store.nextDue(tenant, lanes)
                                    : store.nextDue(tenant, lanes)
                                            .flatMap(next -> times.stream().max(Comparator.naturalOrder()));
                        }
                    }
                },
                "a_batch_is_claimed_earliest_first_and_the_next_time_is_the_earliest_of_all");
    }

    @Test
    void a_next_time_that_ignores_what_is_claimed() throws Exception {
        assertNoticedAmongOthers(
                () -> new ForwardingStore() {
                    private final Map<TenantId, Instant> leases = new ConcurrentHashMap<>();

                    @Override
                    public List<Claim> claim(TenantId tenant, WorkLane lane, Instant now, Duration lease, int limit) {
                        List<Claim> given = store.claim(tenant, lane, now, lease, limit);
                        given.forEach(claim -> leases.put(tenant, claim.leaseUntil()));
                        return given;
                    }

                    @Override
                    public Optional<Instant> nextDue(TenantId tenant, Set<WorkLane> lanes) {
                        return store.nextDue(tenant, lanes).filter(at -> !at.equals(leases.get(tenant)));
                    }
                },
                "a_claim_whose_lease_ended_still_holds_while_nobody_took_it_over");
    }

    @Test
    void lanes_that_are_all_one() throws Exception {
        assertNoticedAmongOthers(
                () -> new ForwardingStore() {
                    @Override
                    public List<Claim> claim(TenantId tenant, WorkLane lane, Instant now, Duration lease, int limit) {
                        return Stream.of(lane, WorkLane.TICKETS)
                                .flatMap(l -> store.claim(tenant, l, now, lease, limit).stream())
                                .toList();
                    }
                },
                "work_is_claimed_from_its_lane_alone_and_the_next_time_is_that_of_the_lanes_asked_for");
    }

    @Test
    void attempts_that_are_not_counted() throws Exception {
        assertNoticed(
                Broken.<List<Claim>>reading(
                        "claim",
                        claims -> claims.stream()
                                .map(claim -> new Claim(claim.work(), claim.fence(), 1, claim.leaseUntil()))
                                .toList()),
                "attempts_are_counted_until_work_is_scheduled_or_put_off",
                "work_that_was_not_begun_is_free_as_if_it_had_not_been_claimed");
    }

    @Test
    void tries_that_begin_the_count_anew() throws Exception {
        assertNoticed(
                committing(parts -> parts.workResults.replaceAll(result -> result instanceof WorkResult.Retry retry
                        ? new WorkResult.PutOff(retry.claim(), retry.at())
                        : result)),
                "attempts_are_counted_until_work_is_scheduled_or_put_off");
    }

    @Test
    void work_that_was_not_begun_and_counts_as_tried() throws Exception {
        assertNoticed(
                committing(parts -> parts.workResults.replaceAll(result -> result instanceof WorkResult.Unbegun unbegun
                        ? new WorkResult.Retry(
                                unbegun.claim(), unbegun.claim().work().dueAt())
                        : result)),
                "work_that_was_not_begun_is_free_as_if_it_had_not_been_claimed");
    }

    @Test
    void work_that_dies_and_is_forgotten() throws Exception {
        assertNoticed(
                committing(parts -> parts.workResults.replaceAll(
                        result -> result instanceof WorkResult.Died died ? new WorkResult.Done(died.claim()) : result)),
                "dead_work_is_listed_in_the_order_of_its_death_page_by_page",
                "dead_work_that_was_scheduled_anew_stays_as_it_was_scheduled_when_it_is_replayed",
                "work_that_died_is_not_claimed_any_more_until_it_is_replayed");
    }

    @Test
    void a_replay_that_does_nothing() throws Exception {
        assertNoticedAmongOthers(
                () -> new ForwardingStore() {
                    @Override
                    public boolean replay(TenantId tenant, WorkKey key, Instant now) {
                        return store.deadWork(tenant, Optional.empty(), 1000).stream()
                                .anyMatch(dead -> dead.work().key().equals(key));
                    }
                },
                "work_that_died_is_not_claimed_any_more_until_it_is_replayed");
    }
}
