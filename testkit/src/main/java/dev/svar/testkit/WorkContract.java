package dev.svar.testkit;

import static dev.svar.testkit.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Channel;
import dev.svar.delivery.DeliveryId;
import dev.svar.sla.SlaLevel;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.DeadWork;
import dev.svar.store.TicketChange;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkLane;
import dev.svar.store.WorkResult;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The contract of stores about due work. */
abstract class WorkContract extends SuppressionContract {
    /** For subclasses. */
    WorkContract() {}

    @Test
    final void work_is_claimed_once_it_is_due_earliest_first_and_by_one_only() {
        Work late = work(NOW.plusSeconds(2));
        Work early = work(NOW.plusSeconds(1));
        Work future = work(NOW.plusSeconds(60));
        mustCommit(samples.changes().schedule(late).schedule(early).schedule(future));

        assertThat(store.claim(tenant, LANE, NOW, LEASE, 10)).isEmpty();
        assertThat(store.claim(tenant, LANE, NOW.plusSeconds(5), LEASE, 1))
                .extracting(Claim::work)
                .containsExactly(early);
        assertThat(store.claim(tenant, LANE, NOW.plusSeconds(5), LEASE, 10))
                .extracting(Claim::work)
                .containsExactly(late);
        assertThat(store.claim(tenant, LANE, NOW.plusSeconds(5), LEASE, 10)).isEmpty();
    }

    @Test
    final void a_batch_is_claimed_earliest_first_and_the_next_time_is_the_earliest_of_all() {
        Work last = work(NOW.plusSeconds(60));
        Work second = work(NOW.plusSeconds(2));
        Work first = work(NOW.plusSeconds(1));
        Work third = work(NOW.plusSeconds(3));
        mustCommit(samples.changes().schedule(last).schedule(second).schedule(first));
        mustCommit(samples.changes().schedule(third));

        assertThat(store.nextDue(tenant, LANES)).contains(first.dueAt());
        assertThat(store.claim(tenant, LANE, NOW.plusSeconds(5), LEASE, 10))
                .extracting(Claim::work)
                .containsExactly(first, second, third);
        assertThat(store.nextDue(tenant, LANES)).contains(last.dueAt());
    }

    @Test
    final void work_whose_lease_ended_is_claimed_again_and_the_first_claim_holds_no_more() {
        Work work = work(NOW);
        mustCommit(samples.changes().schedule(work));
        Claim first = onlyClaim(NOW);
        assertThat(first.leaseUntil()).isEqualTo(NOW.plus(LEASE));
        Claim second = onlyClaim(NOW.plus(LEASE));
        TicketChange opened = samples.opened(1);

        CommitResult result = store.commit(samples.changes()
                .workResult(new WorkResult.Done(first))
                .ticket(opened)
                .schedule(work(NOW))
                .build());

        assertThat(result).isEqualTo(CommitResult.CLAIM_LOST);
        assertThat(store.ticket(tenant, idOf(opened))).isEmpty();
        assertThat(second.work()).isEqualTo(work);
        mustCommit(samples.changes().workResult(new WorkResult.Done(second)));
        assertThat(store.nextDue(tenant, LANES)).isEmpty();
    }

    @Test
    final void claimed_work_hides_nothing_and_comes_back_at_its_place_when_its_lease_ends() {
        Work first = work(NOW.plusSeconds(1));
        Work second = work(NOW.plusSeconds(2));
        Work third = work(NOW.plusSeconds(3));
        mustCommit(samples.changes().schedule(first).schedule(second).schedule(third));
        Instant later = NOW.plusSeconds(5);

        assertThat(store.claim(tenant, LANE, later, LEASE, 2))
                .extracting(Claim::work)
                .containsExactly(first, second);
        assertThat(store.nextDue(tenant, LANES)).contains(third.dueAt());
        assertThat(store.claim(tenant, LANE, later.plusSeconds(1), LEASE, 1))
                .extracting(Claim::work)
                .containsExactly(third);
        assertThat(store.nextDue(tenant, LANES)).contains(later.plus(LEASE));
        assertThat(store.claim(tenant, LANE, later.plusSeconds(1).plus(LEASE), LEASE, 1))
                .extracting(Claim::work)
                .containsExactly(first);
    }

    @Test
    final void a_claim_whose_lease_ended_still_holds_while_nobody_took_it_over() {
        mustCommit(samples.changes().schedule(work(NOW)));
        Claim claim = onlyClaim(NOW);

        assertThat(store.nextDue(tenant, LANES)).contains(NOW.plus(LEASE));
        mustCommit(samples.changes().workResult(new WorkResult.Done(claim)));
        assertThat(store.claim(tenant, LANE, NOW.plus(LEASE).plusSeconds(1), LEASE, 10))
                .isEmpty();
    }

    @Test
    final void work_is_done_once() {
        mustCommit(samples.changes().schedule(work(NOW)));
        Claim claim = onlyClaim(NOW);
        mustCommit(samples.changes().workResult(new WorkResult.Done(claim)));

        assertLost(claim);
    }

    @Test
    final void work_that_is_put_off_comes_back_at_its_time_and_its_claim_ends() {
        Work work = work(NOW);
        mustCommit(samples.changes().schedule(work));
        Claim claim = onlyClaim(NOW);
        Instant later = NOW.plusSeconds(30);
        mustCommit(samples.changes().workResult(new WorkResult.PutOff(claim, later)));

        assertThat(store.nextDue(tenant, LANES)).contains(later);
        assertThat(store.claim(tenant, LANE, NOW.plusSeconds(29), LEASE, 10)).isEmpty();
        assertLost(claim);
        Claim again = onlyClaim(later);
        assertThat(again.work().key()).isEqualTo(work.key());
        assertLost(claim);
        mustCommit(samples.changes().workResult(new WorkResult.Done(again)));
    }

    @Test
    final void work_that_is_underway_keeps_its_claim_and_its_lease_is_renewed() {
        mustCommit(samples.changes().schedule(work(NOW)));
        Claim claim = onlyClaim(NOW);
        Instant renewed = NOW.plus(LEASE).plusSeconds(60);
        mustCommit(samples.changes().workResult(new WorkResult.Underway(claim, renewed)));

        assertThat(store.claim(tenant, LANE, NOW.plus(LEASE).plusSeconds(1), LEASE, 10))
                .isEmpty();
        assertThat(store.nextDue(tenant, LANES)).contains(renewed);
        mustCommit(samples.changes().workResult(new WorkResult.Done(claim)));
    }

    @Test
    final void rescheduling_replaces_the_time_and_ends_a_claim() {
        Work work = work(NOW);
        mustCommit(samples.changes().schedule(work));
        Claim claim = onlyClaim(NOW);
        Work moved = new Work(work.key(), NOW.plusSeconds(90));
        mustCommit(samples.changes().schedule(moved));

        assertLost(claim);
        assertThat(store.nextDue(tenant, LANES)).contains(NOW.plusSeconds(90));
        Claim again = onlyClaim(NOW.plusSeconds(90));
        assertThat(again.work()).isEqualTo(moved);
        assertLost(claim);
        mustCommit(samples.changes().workResult(new WorkResult.Done(again)));
    }

    @Test
    final void cancelled_work_is_forgotten_and_a_claim_of_it_ends_also_when_it_is_scheduled_anew() {
        Work work = work(NOW);
        mustCommit(samples.changes().schedule(work).cancel(work(NOW).key()));
        Claim claim = onlyClaim(NOW);
        mustCommit(samples.changes().cancel(work.key()));
        assertThat(store.nextDue(tenant, LANES)).isEmpty();
        mustCommit(samples.changes().cancel(work.key()).schedule(work));

        assertLost(claim);
        Claim again = onlyClaim(NOW);
        assertThat(again.work()).isEqualTo(work);
        assertLost(claim);
        mustCommit(samples.changes().workResult(new WorkResult.Done(again)));
    }

    @Test
    final void the_result_of_work_comes_before_what_is_cancelled_and_scheduled() {
        Work work = work(NOW);
        Work again = new Work(work.key(), NOW.plusSeconds(90));
        mustCommit(samples.changes().schedule(work));
        Claim first = onlyClaim(NOW);
        mustCommit(samples.changes().schedule(again).workResult(new WorkResult.Done(first)));

        assertThat(store.nextDue(tenant, LANES)).contains(again.dueAt());
        Claim second = onlyClaim(again.dueAt());
        assertThat(second.work()).isEqualTo(again);
        mustCommit(samples.changes().cancel(work.key()).workResult(new WorkResult.PutOff(second, NOW)));
        assertThat(store.nextDue(tenant, LANES)).isEmpty();
    }

    @Test
    final void work_is_claimed_from_its_lane_alone_and_the_next_time_is_that_of_the_lanes_asked_for() {
        Work mail = work(NOW.plusSeconds(2));
        Work wake = new Work(new WorkKey.Wake(new TicketId(UUID.randomUUID())), NOW.plusSeconds(1));
        mustCommit(samples.changes().schedule(mail).schedule(wake));

        assertThat(store.nextDue(tenant, LANES)).contains(mail.dueAt());
        assertThat(store.nextDue(tenant, Set.of(WorkLane.TICKETS))).contains(wake.dueAt());
        assertThat(store.nextDue(tenant, Set.of(WorkLane.TICKETS, LANE))).contains(wake.dueAt());
        assertThat(store.nextDue(tenant, Set.of(WorkLane.tell("nobody")))).isEmpty();
        assertThat(store.claim(tenant, LANE, NOW.plusSeconds(9), LEASE, 10))
                .extracting(Claim::work)
                .containsExactly(mail);
        assertThat(store.claim(tenant, WorkLane.TICKETS, NOW.plusSeconds(9), LEASE, 10))
                .extracting(Claim::work)
                .containsExactly(wake);
    }

    @Test
    final void attempts_are_counted_until_work_is_scheduled_or_put_off() {
        Work work = work(NOW);
        mustCommit(samples.changes().schedule(work));
        assertThat(onlyClaim(NOW).attempt()).isEqualTo(1);
        Claim second = onlyClaim(NOW.plus(LEASE));
        assertThat(second.attempt()).isEqualTo(2);
        Instant later = NOW.plus(LEASE).plusSeconds(7);
        mustCommit(samples.changes().workResult(new WorkResult.Retry(second, later)));

        assertLost(second);
        assertThat(store.nextDue(tenant, LANES)).contains(later);
        Claim third = onlyClaim(later);
        assertThat(third.work()).isEqualTo(new Work(work.key(), later));
        assertThat(third.attempt()).isEqualTo(3);
        mustCommit(samples.changes().workResult(new WorkResult.PutOff(third, later)));
        assertThat(onlyClaim(later).attempt()).isEqualTo(1);
        mustCommit(samples.changes().schedule(work));
        assertThat(onlyClaim(later).attempt()).isEqualTo(1);
    }

    @Test
    final void work_that_was_not_begun_is_free_as_if_it_had_not_been_claimed() {
        Work work = work(NOW);
        mustCommit(samples.changes().schedule(work));
        mustCommit(samples.changes().workResult(new WorkResult.Unbegun(onlyClaim(NOW))));
        assertThat(store.nextDue(tenant, LANES)).contains(NOW);
        assertThat(onlyClaim(NOW).attempt()).isEqualTo(1);
        Instant again = NOW.plus(LEASE);
        Claim second = onlyClaim(again);
        mustCommit(samples.changes().workResult(new WorkResult.Unbegun(second)));

        assertLost(second);
        Claim third = onlyClaim(again);
        assertThat(third.work()).isEqualTo(work);
        assertThat(third.attempt()).isEqualTo(2);
    }

    @Test
    final void work_that_died_is_not_claimed_any_more_until_it_is_replayed() {
        Work work = work(NOW);
        mustCommit(samples.changes().schedule(work));
        Claim claim = onlyClaim(NOW);
        mustCommit(samples.changes().workResult(new WorkResult.Died(claim, NOW.plusSeconds(1), "«hvorfor»\u0000")));

        DeadWork dead = new DeadWork(work, 1, "«hvorfor»\u0000", NOW.plusSeconds(1));
        assertThat(store.nextDue(tenant, LANES)).isEmpty();
        assertThat(store.deadWork(tenant, Optional.empty(), 10)).containsExactly(dead);
        assertLost(claim);
        Instant again = NOW.plusSeconds(60);
        assertThat(store.replay(tenant, work.key(), again)).isTrue();
        assertThat(store.replay(tenant, work.key(), again)).isFalse();
        assertThat(store.deadWork(tenant, Optional.empty(), 10)).isEmpty();
        Claim replayed = onlyClaim(again);
        assertThat(replayed.work()).isEqualTo(new Work(work.key(), again));
        assertThat(replayed.attempt()).isEqualTo(1);
    }

    @Test
    final void dead_work_that_was_scheduled_anew_stays_as_it_was_scheduled_when_it_is_replayed() {
        Work work = work(NOW);
        mustCommit(samples.changes().schedule(work));
        mustCommit(samples.changes().workResult(new WorkResult.Died(onlyClaim(NOW), NOW, "first")));
        Work anew = new Work(work.key(), NOW.plusSeconds(5));
        mustCommit(samples.changes().schedule(anew));

        assertThat(store.deadWork(tenant, Optional.empty(), 10))
                .extracting(DeadWork::error)
                .containsExactly("first");
        mustCommit(samples.changes().workResult(new WorkResult.Died(onlyClaim(anew.dueAt()), anew.dueAt(), "second")));
        assertThat(store.deadWork(tenant, Optional.empty(), 10))
                .extracting(DeadWork::error)
                .containsExactly("second");
        mustCommit(samples.changes().schedule(anew));
        assertThat(store.replay(tenant, work.key(), NOW)).isTrue();
        assertThat(store.nextDue(tenant, LANES)).contains(anew.dueAt());
    }

    @Test
    final void dead_work_is_listed_in_the_order_of_its_death_page_by_page() {
        List<Work> works = List.of(work(NOW), work(NOW), work(NOW), work(NOW), work(NOW));
        works.forEach(work -> mustCommit(samples.changes().schedule(work)));
        List<Claim> claims = store.claim(tenant, LANE, NOW, LEASE, 10);
        List<DeadWork> expected = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Instant at = NOW.plusSeconds(i / 2);
            mustCommit(samples.changes().workResult(new WorkResult.Died(claims.get(i), at, "no " + i)));
            expected.add(new DeadWork(claims.get(i).work(), 1, "no " + i, at));
        }
        expected.sort(Comparator.comparing(DeadWork::diedAt)
                .thenComparing((DeadWork dead) -> dead.work().key().text()));

        List<DeadWork> listed = new ArrayList<>();
        List<DeadWork> page = store.deadWork(tenant, Optional.empty(), 2);
        while (!page.isEmpty() && listed.size() < 9) {
            listed.addAll(page);
            page = store.deadWork(tenant, Optional.of(listed.get(listed.size() - 1)), 2);
        }
        assertThat(listed).isEqualTo(expected);
    }

    @Test
    final void results_of_several_pieces_of_work_are_stored_together_or_not_at_all() {
        mustCommit(samples.changes().schedule(work(NOW)).schedule(work(NOW)).schedule(work(NOW)));
        List<Claim> claims = store.claim(tenant, LANE, NOW, LEASE, 10);
        mustCommit(samples.changes().workResult(new WorkResult.Done(claims.get(0))));

        CommitResult lost = store.commit(samples.changes()
                .workResult(new WorkResult.Done(claims.get(1)))
                .workResult(new WorkResult.Done(claims.get(0)))
                .build());
        assertThat(lost).isEqualTo(CommitResult.CLAIM_LOST);
        Instant later = NOW.plusSeconds(1);
        mustCommit(samples.changes()
                .workResult(new WorkResult.Done(claims.get(1)))
                .workResult(new WorkResult.PutOff(claims.get(2), later)));
        assertThat(onlyClaim(later).work().key()).isEqualTo(claims.get(2).work().key());
        assertThat(store.claim(tenant, LANE, NOW.plus(LEASE), LEASE, 10)).isEmpty();
    }

    @Test
    final void every_kind_of_work_comes_back_as_it_was() {
        Set<WorkKey> keys = new HashSet<>();
        keys.add(new WorkKey.HandOver(new DeliveryId(UUID.randomUUID()), Channel.MAIL));
        keys.add(new WorkKey.HandOver(new DeliveryId(UUID.randomUUID()), new Channel("chat/«æ»")));
        keys.add(new WorkKey.EndSilence(new TicketId(UUID.randomUUID()), 3, 1));
        keys.add(new WorkKey.RemindOfRating(new TicketId(UUID.randomUUID())));
        keys.add(new WorkKey.Offer(new TicketId(UUID.randomUUID())));
        keys.add(new WorkKey.LearnPhrasing(new TicketId(UUID.randomUUID())));
        keys.add(new WorkKey.Wake(new TicketId(UUID.randomUUID())));
        keys.add(new WorkKey.Tell("speil «ærlig» 🙂", new TicketId(UUID.randomUUID())));
        keys.add(new WorkKey.Fetch("imap «ærlig» 🙂"));
        for (SlaTarget target : SlaTarget.values()) {
            for (SlaLevel level : List.of(
                    SlaLevel.WARNING,
                    SlaLevel.warning(2),
                    SlaLevel.DELAY_NOTICE,
                    SlaLevel.BREACH,
                    SlaLevel.escalation(1),
                    SlaLevel.escalation(SlaLevel.MAX_STEP))) {
                keys.add(new WorkKey.ReachLevel(new TicketId(UUID.randomUUID()), target, 3, level));
            }
        }
        Changes.Builder changes = samples.changes();
        keys.forEach(key -> changes.schedule(new Work(key, NOW)));
        mustCommit(changes);

        Set<WorkKey> claimed = new HashSet<>();
        for (WorkLane lane : keys.stream().map(WorkKey::lane).collect(Collectors.toSet())) {
            List<WorkKey> found = store.claim(tenant, lane, NOW, LEASE, 100).stream()
                    .map(claim -> claim.work().key())
                    .toList();
            assertThat(found).extracting(WorkKey::lane).containsOnly(lane);
            claimed.addAll(found);
        }
        assertThat(claimed).isEqualTo(keys);
    }

    @Test
    final void several_claim_at_once_and_each_piece_of_work_is_claimed_by_one() throws Exception {
        Changes.Builder changes = samples.changes();
        for (int i = 0; i < 100; i++) {
            changes.schedule(work(NOW.minusSeconds(i)));
        }
        mustCommit(changes);

        List<List<Claim>> claims = Race.of(THREADS, i -> {
            List<Claim> mine = new ArrayList<>();
            List<Claim> batch = store.claim(tenant, LANE, NOW, LEASE, 7);
            // The bound lets a store that gives the same work for ever fail instead of hang.
            while (!batch.isEmpty() && mine.size() <= 100) {
                mine.addAll(batch);
                batch = store.claim(tenant, LANE, NOW, LEASE, 7);
            }
            return mine;
        });
        List<Claim> rest = store.claim(tenant, LANE, NOW, LEASE, 1000);

        List<Claim> all = new ArrayList<>(rest);
        claims.forEach(all::addAll);
        assertThat(all)
                .extracting(claim -> claim.work().key())
                .doesNotHaveDuplicates()
                .hasSize(100);
    }
}
