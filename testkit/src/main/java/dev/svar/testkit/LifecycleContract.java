package dev.svar.testkit;

import static dev.svar.testkit.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.message.Disposition;
import dev.svar.message.Message;
import dev.svar.message.Receipt;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.Cursor;
import dev.svar.store.MessageRedaction;
import dev.svar.store.TicketChange;
import dev.svar.store.TicketState;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkResult;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The part of the contract of stores that a ticket's life needs: guards, listeners, redaction, every kind of event. */
abstract class LifecycleContract extends StoreSuite {
    private static final int ROUNDS = 25;

    LifecycleContract() {}

    @Test
    final void every_part_of_a_ticket_is_kept() {
        TicketChange full = committed(samples.everything(1));

        assertThat(store.ticket(tenant, idOf(full))).contains(full.after());
        assertThat(store.ticketByNumber(tenant, 1)).contains(full.after());
    }

    @Test
    final void every_kind_of_event_is_kept() {
        TicketChange full = committed(samples.everything(1));

        assertThat(store.events(tenant, idOf(full), 0, 100)).isEqualTo(full.events());
    }

    // Work that is scheduled unless it is there

    @Test
    final void work_that_is_scheduled_if_absent_can_be_claimed_when_it_is_due() {
        Work work = work(NOW.plusSeconds(5));
        mustCommit(samples.changes().scheduleIfAbsent(work));

        assertThat(store.nextDue(tenant, LANES)).contains(work.dueAt());
        assertThat(store.claim(tenant, LANE, NOW, LEASE, 10)).isEmpty();
        assertThat(onlyClaim(work.dueAt()).work()).isEqualTo(work);
    }

    @Test
    final void work_that_is_there_stays_as_it_is_when_it_is_scheduled_if_absent() {
        Work work = work(NOW);
        mustCommit(samples.changes().schedule(work));
        mustCommit(samples.changes().scheduleIfAbsent(new Work(work.key(), NOW.minusSeconds(9))));
        Claim claim = onlyClaim(NOW);
        assertThat(claim.work()).isEqualTo(work);
        mustCommit(samples.changes().scheduleIfAbsent(new Work(work.key(), NOW.minusSeconds(9))));

        assertThat(store.claim(tenant, LANE, NOW, LEASE, 10)).isEmpty();
        assertThat(store.nextDue(tenant, LANES)).contains(claim.leaseUntil());
        mustCommit(samples.changes().workResult(new WorkResult.Done(claim)));
        assertThat(store.nextDue(tenant, LANES)).isEmpty();
    }

    @Test
    final void whether_work_is_absent_is_looked_at_after_everything_else_was_done_with_it() {
        Work done = work(NOW);
        Work cancelled = work(NOW);
        Work scheduled = work(NOW);
        mustCommit(samples.changes().schedule(done));
        Claim claim = onlyClaim(NOW);
        mustCommit(samples.changes().schedule(cancelled));
        Claim lost = onlyClaim(NOW);
        mustCommit(samples.changes()
                .workResult(new WorkResult.Done(claim))
                .cancel(cancelled.key())
                .schedule(scheduled)
                .scheduleIfAbsent(new Work(done.key(), NOW.plusSeconds(1)))
                .scheduleIfAbsent(new Work(cancelled.key(), NOW.plusSeconds(2)))
                .scheduleIfAbsent(new Work(cancelled.key(), NOW.plusSeconds(3)))
                .scheduleIfAbsent(new Work(scheduled.key(), NOW.plusSeconds(4))));

        assertThat(store.claim(tenant, LANE, NOW.plusSeconds(9), LEASE, 10))
                .extracting(Claim::work)
                .containsExactly(
                        scheduled,
                        new Work(done.key(), NOW.plusSeconds(1)),
                        new Work(cancelled.key(), NOW.plusSeconds(2)));
        assertLost(claim);
        assertLost(lost);
    }

    @Test
    final void work_that_goes_on_or_is_put_off_is_not_absent() {
        Work work = work(NOW);
        Work sooner = new Work(work.key(), NOW.plusSeconds(1));
        mustCommit(samples.changes().schedule(work));
        Claim claim = onlyClaim(NOW);
        Instant renewed = claim.leaseUntil().plusSeconds(60);
        mustCommit(samples.changes()
                .workResult(new WorkResult.Underway(claim, renewed))
                .scheduleIfAbsent(sooner));
        assertThat(store.nextDue(tenant, LANES)).contains(renewed);
        mustCommit(samples.changes()
                .workResult(new WorkResult.PutOff(claim, NOW.plusSeconds(30)))
                .scheduleIfAbsent(sooner));

        assertThat(store.nextDue(tenant, LANES)).contains(NOW.plusSeconds(30));
        assertLost(claim);
    }

    @Test
    final void work_that_a_commit_finds_there_is_not_lost_to_one_that_ends_it_at_the_same_time() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            TicketChange opened = committed(samples.opened(round));
            WorkKey tell = new WorkKey.Tell("mirror", idOf(opened));
            mustCommit(samples.changes().schedule(new Work(tell, NOW)));
            Claim claim = onlyClaim(tell.lane(), NOW);
            Changes more = samples.changes()
                    .ticket(solve(opened.after()))
                    .scheduleIfAbsent(new Work(tell, NOW.plusSeconds(1)))
                    .build();
            Changes end = samples.changes()
                    .workResult(new WorkResult.Done(claim))
                    .unchanged(idOf(opened), opened.after().ticket().version())
                    .build();

            List<CommitResult> results = Race.of(2, i -> store.commit(i == 0 ? more : end));

            assertThat(results.get(0)).isEqualTo(CommitResult.COMMITTED);
            assertThat(results.get(1)).isIn(CommitResult.COMMITTED, CommitResult.STALE);
            assertThat(store.nextDue(tenant, Set.of(tell.lane())))
                    .as("round %d: the work is still there", round)
                    .isPresent();
            mustCommit(samples.changes().cancel(tell));
        }
    }

    // Tickets that must be unchanged

    @Test
    final void a_commit_that_needs_a_ticket_unchanged_is_stale_once_it_changed() {
        TicketChange looked = committed(samples.opened(1));
        TicketChange other = committed(samples.opened(2));
        mustCommit(samples.changes()
                .unchanged(idOf(looked), looked.after().ticket().version()));
        assertThat(store.ticket(tenant, idOf(looked))).contains(looked.after());
        committed(solve(looked.after()));
        TicketChange late = solve(other.after());

        assertThat(store.commit(samples.changes()
                        .unchanged(idOf(looked), looked.after().ticket().version())
                        .ticket(late)
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.ticket(tenant, idOf(other))).contains(other.after());
    }

    @Test
    final void a_ticket_that_does_not_exist_is_not_unchanged() {
        TicketChange elsewhere = new Samples(new TenantId("other-" + UUID.randomUUID())).opened(1);
        assertThat(store.commit(Changes.builder(elsewhere.after().ticket().tenant())
                        .ticket(elsewhere)
                        .build()))
                .isEqualTo(CommitResult.COMMITTED);

        assertThat(store.commit(samples.changes()
                        .unchanged(new TicketId(UUID.randomUUID()), 1)
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.commit(samples.changes()
                        .unchanged(idOf(elsewhere), elsewhere.after().ticket().version())
                        .build()))
                .isEqualTo(CommitResult.STALE);
    }

    @Test
    final void of_two_commits_that_each_need_unchanged_what_the_other_changes_one_is_committed() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            TicketState one = committed(samples.opened(2L * round + 1)).after();
            TicketState two = committed(samples.opened(2L * round + 2)).after();

            List<CommitResult> results =
                    Race.of(2, i -> store.commit(i == 0 ? changedWhile(one, two) : changedWhile(two, one)));

            assertThat(results)
                    .as("round %d", round)
                    .containsExactlyInAnyOrder(CommitResult.COMMITTED, CommitResult.STALE);
        }
    }

    private Changes changedWhile(TicketState changing, TicketState unchanged) {
        TicketCommand command = new TicketCommand.Assign(AGENT, Optional.of(new AgentId("ola")));
        return samples.changes()
                .ticket(samples.changed(changing, command, NOW))
                .unchanged(unchanged.ticket().id(), unchanged.ticket().version())
                .build();
    }

    // Listeners

    @Test
    final void how_far_a_listener_was_told_is_kept_for_each_listener_and_ticket() {
        TicketId one = idOf(committed(samples.opened(1)));
        TicketId two = idOf(committed(samples.opened(2)));
        assertThat(store.cursor(tenant, "mirror", one)).isZero();
        mustCommit(samples.changes().cursor(new Cursor("mirror", one, 2)).cursor(new Cursor("mirror", two, 1)));
        mustCommit(samples.changes().cursor(new Cursor("mirror", one, 7)).cursor(new Cursor("billing", one, 3)));

        assertThat(store.cursor(tenant, "mirror", one)).isEqualTo(7);
        assertThat(store.cursor(tenant, "mirror", two)).isEqualTo(1);
        assertThat(store.cursor(tenant, "billing", one)).isEqualTo(3);
        assertThat(store.cursor(tenant, "billing", two)).isZero();
    }

    @Test
    final void the_cursors_of_a_listener_are_listed_and_those_at_0_are_gone() {
        for (int i = 0; i < 5; i++) {
            mustCommit(samples.changes()
                    .cursor(new Cursor("mirror", new TicketId(new UUID(-2L + i, i)), i + 1))
                    .cursor(new Cursor("billing", new TicketId(new UUID(i, 7)), 9)));
        }
        mustCommit(samples.changes()
                .cursor(new Cursor("mirror", new TicketId(new UUID(0, 2)), 0))
                .cursor(new Cursor("mirror", new TicketId(new UUID(100, 100)), 0)));
        List<Cursor> first = store.cursors(tenant, "mirror", Optional.empty(), 3);
        List<Cursor> second =
                store.cursors(tenant, "mirror", Optional.of(first.get(2).ticket()), 3);

        assertThat(first).hasSize(3);
        assertThat(Stream.concat(first.stream(), second.stream()))
                .extracting(Cursor::sequence)
                .containsExactlyInAnyOrder(1L, 2L, 4L, 5L);
        assertThat(second).allSatisfy(c -> assertThat(c.listener()).isEqualTo("mirror"));
        assertThat(store.cursors(tenant, "mirror", Optional.of(second.get(0).ticket()), 3))
                .isEmpty();
        assertThat(store.cursors(tenant, "nobody", Optional.empty(), 3)).isEmpty();
        assertThat(store.cursor(tenant, "mirror", new TicketId(new UUID(0, 2)))).isZero();
    }

    @Test
    final void a_commit_that_is_refused_moves_no_cursor() {
        TicketChange opened = committed(samples.opened(1));

        assertThat(store.commit(samples.changes()
                        .cursor(new Cursor("mirror", idOf(opened), 2))
                        .unchanged(idOf(opened), 1)
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.cursor(tenant, "mirror", idOf(opened))).isZero();
    }

    // Who has how much to do

    @Test
    final void the_live_tickets_of_agents_are_counted_without_spam() {
        AgentId berit = new AgentId("berit");
        assigned(1, Optional.of(berit));
        assigned(2, Optional.of(berit));
        committed(solve(assigned(3, Optional.of(berit)).after()));
        committed(samples.changed(
                assigned(4, Optional.of(berit)).after(), new TicketCommand.MarkSpam(AGENT), NOW.plusSeconds(9)));
        assigned(5, Optional.empty());
        assigned(6, Optional.of(new AgentId("lars")));
        Set<AgentId> asked = Set.of(berit, new AgentId("lars"), new AgentId("nobody"));

        assertThat(store.openTickets(tenant, asked)).isEqualTo(Map.of(berit, 2, new AgentId("lars"), 1));
        assertThat(store.openTickets(tenant, Set.of(berit))).isEqualTo(Map.of(berit, 2));
        assertThat(store.openTickets(tenant, Set.of())).isEmpty();
        assertThat(store.openTickets(new TenantId("other-" + UUID.randomUUID()), asked))
                .isEmpty();
    }

    @Test
    final void who_looked_after_a_person_last_is_told_by_the_latest_updated_ticket_that_has_somebody() {
        AgentId berit = new AgentId("berit");
        TicketChange first = assigned(1, Optional.of(berit));
        TicketChange second = assigned(2, Optional.of(new AgentId("lars")));
        TicketChange nobodys = assigned(3, Optional.empty());
        ContactId kari = first.after().ticket().requester();
        ContactId ola = second.after().ticket().requester();
        Set<ContactId> all = Set.of(kari, ola, nobodys.after().ticket().requester());

        assertThat(store.lastAssignee(tenant, Set.of(kari))).contains(berit);
        assertThat(store.lastAssignee(tenant, all))
                .as("of two at one instant the later number")
                .contains(new AgentId("lars"));
        committed(solve(first.after()));
        assertThat(store.lastAssignee(tenant, all)).contains(berit);
        assertThat(store.lastAssignee(tenant, nobodys.after().ticket().people()))
                .isEmpty();
        assertThat(store.lastAssignee(new TenantId("other-" + UUID.randomUUID()), all))
                .isEmpty();
    }

    private TicketChange assigned(long number, Optional<AgentId> agent) {
        TicketChange opened = committed(samples.opened(number));
        return agent.isEmpty()
                ? opened
                : committed(
                        samples.changed(opened.after(), new TicketCommand.Assign(AGENT, agent), NOW.plusSeconds(5)));
    }

    @Test
    final void turns_of_a_rotation_begin_at_nothing_rise_and_are_never_given_twice() throws Exception {
        List<List<Long>> drawn = Race.of(THREADS, i -> {
            List<Long> mine = new ArrayList<>();
            for (int n = 0; n < 10; n++) {
                mine.add(store.nextTurn(tenant, "all hands"));
            }
            return mine;
        });

        assertThat(drawn.stream().flatMap(List::stream)).doesNotHaveDuplicates().contains(0L);
        assertThat(drawn).allSatisfy(mine -> assertThat(mine).isSorted());
        assertThat(store.nextTurn(tenant, "x".repeat(500))).isZero();
        assertThat(store.nextTurn(tenant, "x".repeat(499))).isZero();
        assertThat(store.nextTurn(tenant, "x".repeat(500))).isEqualTo(1);
        assertThat(store.nextTurn(new TenantId("other-" + UUID.randomUUID()), "all hands"))
                .isZero();
    }

    // Messages, and what is blotted out of them

    @Test
    final void a_message_is_found_by_its_id_in_its_ticket_only() {
        TicketChange one = samples.opened(1);
        TicketChange two = samples.opened(2);
        Message first = samples.message(idOf(one), 2, MessageRole.CUSTOMER, "Hei", Optional.empty());
        Message second = samples.message(idOf(one), 3, MessageRole.REPLY, "Hei igjen", Optional.empty());
        mustCommit(samples.changes().ticket(one).ticket(two).message(first).message(second));

        assertThat(store.message(tenant, idOf(one), first.id())).contains(first);
        assertThat(store.message(tenant, idOf(one), second.id())).contains(second);
        assertThat(store.message(tenant, idOf(two), first.id())).isEmpty();
        assertThat(store.message(tenant, idOf(one), new MessageId(UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    final void the_receipt_of_a_message_is_found_by_the_message() {
        Content raw = content("raw");
        Receipt one = samples.receipt("<1@k.example>", Disposition.OPENED, NOW, raw);
        Receipt two = samples.receipt("<2@k.example>", Disposition.JOINED, NOW, raw);
        mustCommit(samples.changes().receipt(one).content(raw));
        mustCommit(samples.changes().receipt(two).content(raw));

        assertThat(store.receiptOf(tenant, one.message().orElseThrow())).contains(one);
        assertThat(store.receiptOf(tenant, two.message().orElseThrow())).contains(two);
        assertThat(store.receiptOf(tenant, new MessageId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    final void what_is_blotted_out_is_gone_and_the_rest_of_the_message_stays_in_its_place() {
        TicketChange opened = samples.opened(1);
        Content raw = content("raw with a secret");
        Content kept = content("another raw");
        Message before = samples.message(idOf(opened), 2, MessageRole.CUSTOMER, "secret", Optional.of("<1@k.example>"));
        Message other = samples.message(idOf(opened), 3, MessageRole.CUSTOMER, "secret", Optional.empty());
        mustCommit(samples.changes()
                .ticket(opened)
                .message(before)
                .message(other)
                .content(raw)
                .content(kept));
        Message after = blotted(before, before.sequence());
        mustCommit(samples.changes().redaction(new MessageRedaction(after, Set.of(raw.ref()))));

        assertThat(store.messages(tenant, idOf(opened), 0, 10)).containsExactly(after, other);
        assertThat(store.message(tenant, idOf(opened), before.id())).contains(after);
        assertThat(store.latestMessages(tenant, idOf(opened), Set.of(MessageRole.CUSTOMER), 10))
                .containsExactly(other, after);
        assertThat(store.ticketsOfMail(tenant, List.of("<1@k.example>"))).containsExactly(idOf(opened));
        assertThat(store.content(tenant, raw.ref())).isEmpty();
        assertThat(store.content(tenant, kept.ref())).contains(kept);
        mustCommit(samples.changes().content(raw));
        assertThat(store.content(tenant, raw.ref())).contains(raw);
    }

    @Test
    final void bytes_that_are_kept_and_erased_in_one_commit_are_erased() {
        TicketChange opened = samples.opened(1);
        Content raw = content("raw with a secret");
        Message message = samples.message(idOf(opened), 2, MessageRole.CUSTOMER, "secret", Optional.empty());
        mustCommit(samples.changes().ticket(opened).message(message));
        mustCommit(
                samples.changes().content(raw).redaction(new MessageRedaction(blotted(message, 2), Set.of(raw.ref()))));

        assertThat(store.content(tenant, raw.ref())).isEmpty();
    }

    @Test
    final void a_commit_that_is_refused_blots_nothing_out() {
        TicketChange opened = samples.opened(1);
        Content raw = content("raw with a secret");
        Message before = samples.message(idOf(opened), 2, MessageRole.CUSTOMER, "secret", Optional.empty());
        mustCommit(samples.changes().ticket(opened).message(before).content(raw));

        assertThat(store.commit(samples.changes()
                        .redaction(new MessageRedaction(blotted(before, 2), Set.of(raw.ref())))
                        .unchanged(idOf(opened), 1)
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.messages(tenant, idOf(opened), 0, 10)).containsExactly(before);
        assertThat(store.content(tenant, raw.ref())).contains(raw);
    }

    @Test
    final void blotting_out_a_message_that_is_not_there_is_an_error_and_leaves_nothing_behind() {
        TicketChange opened = samples.opened(1);
        Message message = samples.message(idOf(opened), 2, MessageRole.CUSTOMER, "secret", Optional.empty());
        Content raw = content("raw with a secret");
        mustCommit(samples.changes().ticket(opened).message(message).content(raw));
        Set<ContentRef> erased = Set.of(raw.ref());
        Message elsewhere = samples.message(idOf(opened), 2, MessageRole.CUSTOMER, "x", Optional.empty());
        for (Message after : List.of(elsewhere, blotted(message, 3))) {
            Changes changes = samples.changes()
                    .schedule(work(NOW))
                    .redaction(new MessageRedaction(after, erased))
                    .build();

            assertThatThrownBy(() -> store.commit(changes)).isInstanceOf(IllegalArgumentException.class);
        }
        Samples others = new Samples(new TenantId("other-" + UUID.randomUUID()));
        Changes next = others.changes()
                .redaction(new MessageRedaction(blotted(message, 2), erased))
                .build();

        assertThatThrownBy(() -> store.commit(next)).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.messages(tenant, idOf(opened), 0, 10)).containsExactly(message);
        assertThat(store.content(tenant, raw.ref())).contains(raw);
        assertThat(store.nextDue(tenant, LANES)).isEmpty();
    }

    private static Message blotted(Message m, long sequence) {
        return new Message(
                m.id(),
                m.tenant(),
                m.ticket(),
                sequence,
                m.role(),
                m.by(),
                m.at(),
                m.messageId(),
                "█████",
                "█████",
                Optional.empty(),
                List.of());
    }

    // Tenants

    @Test
    final void another_tenant_sees_no_message_no_receipt_of_it_and_no_cursor_and_moves_none() {
        TicketChange opened = samples.opened(1);
        Message message = samples.message(idOf(opened), 2, MessageRole.CUSTOMER, "a", Optional.empty());
        Content raw = content("raw");
        Receipt receipt = samples.receipt("<1@k.example>", Disposition.OPENED, NOW, raw);
        mustCommit(samples.changes()
                .ticket(opened)
                .message(message)
                .receipt(receipt)
                .cursor(new Cursor("mirror", idOf(opened), 2)));
        TenantId other = new TenantId("other-" + UUID.randomUUID());

        assertThat(store.message(other, idOf(opened), message.id())).isEmpty();
        assertThat(store.receiptOf(other, receipt.message().orElseThrow())).isEmpty();
        assertThat(store.cursor(other, "mirror", idOf(opened))).isZero();
        assertThat(store.cursors(other, "mirror", Optional.empty(), 10)).isEmpty();
        mustCommit(Changes.builder(other).cursor(new Cursor("mirror", idOf(opened), 9)));
        assertThat(store.cursor(tenant, "mirror", idOf(opened))).isEqualTo(2);
    }
}
