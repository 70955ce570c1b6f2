package dev.svar.testkit;

import static dev.svar.testkit.Broken.assertNoticed;
import static dev.svar.testkit.Broken.assertNoticedAmongOthers;
import static dev.svar.testkit.Broken.committing;
import static dev.svar.testkit.Broken.leavingBehind;

import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.message.Message;
import dev.svar.message.Receipt;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.Cursor;
import dev.svar.store.MessageRedaction;
import dev.svar.store.TicketState;
import dev.svar.store.WorkLane;
import dev.svar.store.WorkResult;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Silence;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract notices a store that breaks what a ticket's life needs of it. */
final class StoreContractNoticesLifecycleTest {
    private static final int PATIENCE_MILLIS = 1_500;

    private static final String RACE_WITH_END =
            "work_that_a_commit_finds_there_is_not_lost_to_one_that_ends_it_at_the_same_time";
    private static final String RACE_OF_GUARDS =
            "of_two_commits_that_each_need_unchanged_what_the_other_changes_one_is_committed";

    @Test
    void work_that_is_never_scheduled_if_absent() throws Exception {
        assertNoticedAmongOthers(
                committing(parts -> parts.scheduledIfAbsent.clear()),
                "whether_work_is_absent_is_looked_at_after_everything_else_was_done_with_it",
                "work_that_is_scheduled_if_absent_can_be_claimed_when_it_is_due");
    }

    @Test
    void work_that_is_scheduled_though_it_is_there() throws Exception {
        assertNoticedAmongOthers(
                committing(parts -> {
                    parts.scheduled.addAll(parts.scheduledIfAbsent);
                    parts.scheduledIfAbsent.clear();
                }),
                "whether_work_is_absent_is_looked_at_after_everything_else_was_done_with_it",
                "work_that_goes_on_or_is_put_off_is_not_absent",
                "work_that_is_there_stays_as_it_is_when_it_is_scheduled_if_absent");
    }

    @Test
    void work_that_is_looked_for_before_the_rest_is_done_with_it() throws Exception {
        assertNoticedAmongOthers(
                () -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(Changes changes) {
                        Changes.Builder first = Changes.builder(changes.tenant());
                        changes.scheduledIfAbsent().forEach(first::scheduleIfAbsent);
                        store.commit(first.build());
                        return store.commit(Parts.twisted(changes, parts -> parts.scheduledIfAbsent.clear()));
                    }
                },
                "whether_work_is_absent_is_looked_at_after_everything_else_was_done_with_it");
    }

    /** Between the look and the commit the other commit ends the work. */
    @Test
    void work_that_is_looked_for_without_keeping_it() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    private final CountDownLatch looked = new CountDownLatch(1);
                    private final CountDownLatch ended = new CountDownLatch(1);

                    @Override
                    public CommitResult commit(Changes changes) {
                        boolean ends = changes.workResults().stream().anyMatch(WorkResult.Done.class::isInstance)
                                && !changes.unchanged().isEmpty();
                        if (ends) {
                            waitFor(looked);
                        }
                        boolean there = !changes.tickets().isEmpty()
                                && !changes.scheduledIfAbsent().isEmpty()
                                && store.nextDue(changes.tenant(), Set.of(WorkLane.tell("mirror")))
                                        .isPresent();
                        if (there) {
                            looked.countDown();
                            waitFor(ended);
                        }
                        CommitResult result = store.commit(
                                there ? Parts.twisted(changes, parts -> parts.scheduledIfAbsent.clear()) : changes);
                        if (ends) {
                            ended.countDown();
                        }
                        return result;
                    }
                },
                RACE_WITH_END);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void tickets_that_need_not_be_unchanged() throws Exception {
        assertNoticedAmongOthers(
                committing(parts -> parts.unchanged.clear()),
                "a_commit_that_is_refused_blots_nothing_out",
                "a_commit_that_needs_a_ticket_unchanged_is_stale_once_it_changed",
                "a_ticket_that_does_not_exist_is_not_unchanged",
                RACE_OF_GUARDS);
    }

    @Test
    void tickets_that_do_not_exist_and_are_unchanged() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(Changes changes) {
                        return store.commit(Parts.twisted(
                                changes,
                                parts -> parts.unchanged
                                        .keySet()
                                        .removeIf(id -> store.ticket(changes.tenant(), id)
                                                .isEmpty())));
                    }
                },
                "a_ticket_that_does_not_exist_is_not_unchanged");
    }

    /** Both commits look first and change afterwards; other races may notice that too, now and then. */
    @Test
    void tickets_that_are_unchanged_when_they_are_looked_at_but_not_when_it_counts() throws Exception {
        assertNoticedAmongOthers(
                () -> new ForwardingStore() {
                    private final CyclicBarrier looked = new CyclicBarrier(2);

                    @Override
                    public CommitResult commit(Changes changes) {
                        boolean unchanged = changes.unchanged().entrySet().stream()
                                .allMatch(e -> store.ticket(changes.tenant(), e.getKey())
                                        .filter(s -> s.ticket().version() == e.getValue())
                                        .isPresent());
                        if (!unchanged) {
                            return store.commit(changes);
                        }
                        if (!changes.unchanged().isEmpty() && !changes.tickets().isEmpty()) {
                            meet();
                        }
                        return store.commit(Parts.twisted(changes, parts -> parts.unchanged.clear()));
                    }

                    private void meet() {
                        try {
                            looked.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
                        } catch (Exception e) {
                            looked.reset();
                        }
                    }
                },
                RACE_OF_GUARDS);
    }

    @Test
    void cursors_that_are_not_kept() throws Exception {
        assertNoticed(
                committing(parts -> parts.cursors.clear()),
                "another_tenant_sees_no_message_no_receipt_of_it_and_no_cursor_and_moves_none",
                "how_far_a_listener_was_told_is_kept_for_each_listener_and_ticket",
                "the_cursors_of_a_listener_are_listed_and_those_at_0_are_gone");
    }

    @Test
    void cursors_that_listeners_share() throws Exception {
        assertNoticed(
                committing(parts -> parts.cursors.replaceAll(c -> new Cursor("billing", c.ticket(), c.sequence()))),
                "another_tenant_sees_no_message_no_receipt_of_it_and_no_cursor_and_moves_none",
                "how_far_a_listener_was_told_is_kept_for_each_listener_and_ticket",
                "the_cursors_of_a_listener_are_listed_and_those_at_0_are_gone");
    }

    @Test
    void cursors_at_0_that_stay() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Cursor> cursors(TenantId tenant, String listener, Optional<TicketId> after, int limit) {
                        List<Cursor> kept = super.cursors(tenant, listener, after, limit);
                        return after.isPresent() && kept.size() < limit
                                ? Stream.concat(
                                                kept.stream(),
                                                Stream.of(new Cursor(listener, new TicketId(new UUID(0, 2)), 0)))
                                        .toList()
                                : kept;
                    }
                },
                "the_cursors_of_a_listener_are_listed_and_those_at_0_are_gone");
    }

    @Test
    void cursors_that_are_listed_from_the_beginning_each_time() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Cursor> cursors(TenantId tenant, String listener, Optional<TicketId> after, int limit) {
                        return super.cursors(tenant, listener, Optional.empty(), limit);
                    }
                },
                "the_cursors_of_a_listener_are_listed_and_those_at_0_are_gone");
    }

    @Test
    void cursors_that_a_refused_commit_moves() throws Exception {
        assertNoticed(
                leavingBehind(CommitResult.STALE, (left, asked) -> left.cursors.addAll(asked.cursors)),
                "a_commit_that_is_refused_moves_no_cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "receiptOf", "cursor", "cursors"})
    void a_look_up_that_ignores_the_tenant(String lookUp) throws Exception {
        assertNoticedAmongOthers(
                Broken.leaking(lookUp), "another_tenant_sees_no_message_no_receipt_of_it_and_no_cursor_and_moves_none");
    }

    @Test
    void messages_that_are_found_in_any_ticket() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    private final Set<TicketId> tickets = new HashSet<>();

                    @Override
                    public synchronized CommitResult commit(Changes changes) {
                        changes.tickets()
                                .forEach(t -> tickets.add(t.after().ticket().id()));
                        return store.commit(changes);
                    }

                    @Override
                    public synchronized Optional<Message> message(TenantId tenant, TicketId ticket, MessageId message) {
                        return tickets.stream()
                                .flatMap(t -> store.message(tenant, t, message).stream())
                                .findFirst();
                    }
                },
                "a_message_is_found_by_its_id_in_its_ticket_only");
    }

    @Test
    void receipts_that_no_message_leads_to() throws Exception {
        assertNoticed(
                Broken.<Optional<Receipt>>reading("receiptOf", found -> Optional.empty()),
                "the_receipt_of_a_message_is_found_by_the_message");
    }

    @Test
    void messages_out_of_which_nothing_is_blotted() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(Changes changes) {
                        return store.commit(Parts.twisted(
                                changes,
                                parts -> parts.redactions.replaceAll(r -> store.message(
                                                changes.tenant(),
                                                r.after().ticket(),
                                                r.after().id())
                                        .filter(m -> m.sequence() == r.after().sequence())
                                        .map(m -> new MessageRedaction(m, r.erased()))
                                        .orElse(r))));
                    }
                },
                "what_is_blotted_out_is_found_no_more_and_the_rest_still_is",
                "what_is_blotted_out_is_gone_and_the_rest_of_the_message_stays_in_its_place");
    }

    @Test
    void bytes_that_are_not_erased() throws Exception {
        assertNoticed(
                committing(parts -> parts.redactions.replaceAll(r -> new MessageRedaction(r.after(), Set.of()))),
                "bytes_that_are_kept_and_erased_in_one_commit_are_erased",
                "what_is_blotted_out_is_gone_and_the_rest_of_the_message_stays_in_its_place");
    }

    @Test
    void a_message_that_is_not_there_and_is_blotted_all_the_same() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(Changes changes) {
                        return store.commit(Parts.twisted(
                                changes,
                                parts -> parts.redactions.removeIf(r -> store.message(
                                                changes.tenant(),
                                                r.after().ticket(),
                                                r.after().id())
                                        .filter(m -> m.sequence() == r.after().sequence())
                                        .isEmpty())));
                    }
                },
                "blotting_out_a_message_that_is_not_there_is_an_error_and_leaves_nothing_behind");
    }

    @Test
    void a_refused_commit_that_blots_all_the_same() throws Exception {
        assertNoticed(
                leavingBehind(CommitResult.STALE, (left, asked) -> left.redactions.addAll(asked.redactions)),
                "a_commit_that_is_refused_blots_nothing_out");
    }

    @Test
    void a_part_of_a_ticket_that_is_forgotten() throws Exception {
        assertNoticedAmongOthers(
                Broken.<Optional<TicketState>>reading(
                        "ticket", found -> found.map(s -> new TicketState(withoutSilence(s.ticket()), s.clocks()))),
                "every_part_of_a_ticket_is_kept");
    }

    /** Only a ticket whose silence was broken or counted is another one then. */
    private static Ticket withoutSilence(Ticket ticket) {
        return ticket.silence().steps() == 0
                ? ticket
                : Ticket.builder(
                                ticket.id(),
                                ticket.tenant(),
                                ticket.number(),
                                ticket.requester(),
                                ticket.channel(),
                                ticket.openedAt())
                        .silence(new Silence(1, ticket.openedAt(), 0))
                        .version(ticket.version(), ticket.updatedAt())
                        .build();
    }

    @Test
    void the_channel_of_an_event_that_is_forgotten() throws Exception {
        assertNoticedAmongOthers(
                Broken.<List<RecordedEvent>>reading(
                        "events",
                        events -> events.stream()
                                .map(e -> new RecordedEvent(
                                        e.ticket(), e.sequence(), e.at(), e.by(), Channel.HOST, e.event()))
                                .toList()),
                "every_kind_of_event_is_kept");
    }

    @Test
    void workloads_that_are_wrong() throws Exception {
        String counted = "the_live_tickets_of_agents_are_counted_without_spam";
        assertNoticed(Broken.<Map<AgentId, Integer>>reading("openTickets", counts -> Map.of()), counted);
        assertNoticed(Broken.leaking("openTickets"), counted);
        assertNoticed(
                Broken.<Optional<AgentId>>reading("lastAssignee", found -> Optional.empty()),
                "who_looked_after_a_person_last_is_told_by_the_latest_updated_ticket_that_has_somebody");
        assertNoticed(
                Broken.leaking("lastAssignee"),
                "who_looked_after_a_person_last_is_told_by_the_latest_updated_ticket_that_has_somebody");
    }

    @Test
    void turns_that_are_given_twice_or_shared() throws Exception {
        String turns = "turns_of_a_rotation_begin_at_nothing_rise_and_are_never_given_twice";
        assertNoticed(Broken.<Long>reading("nextTurn", turn -> turn / 2), turns);
        assertNoticed(Broken.<Long>reading("nextTurn", turn -> turn + 1), turns);
        assertNoticed(Broken.leaking("nextTurn"), turns);
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public long nextTurn(TenantId tenant, String rotation) {
                        return store.nextTurn(tenant, "one for all");
                    }
                },
                turns);
    }
}
