package dev.svar.testkit;

import static dev.svar.testkit.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.AgentId;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import dev.svar.message.Content;
import dev.svar.message.Disposition;
import dev.svar.message.Receipt;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.DeliveryChange;
import dev.svar.store.Page;
import dev.svar.store.TicketChange;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketState;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkResult;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of stores about tickets, their history and their pages. */
abstract class TicketContract extends MailingContract {
    /** For subclasses. */
    TicketContract() {}

    @Test
    final void a_committed_ticket_is_found_by_its_id_and_its_number_exactly_as_it_was() {
        TicketChange opened = committed(samples.opened(7));

        assertThat(store.ticket(tenant, idOf(opened))).contains(opened.after());
        assertThat(store.ticketByNumber(tenant, 7)).contains(opened.after());
        assertThat(store.ticketByNumber(tenant, 8)).isEmpty();
        assertThat(store.ticket(tenant, new TicketId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    final void a_later_version_takes_the_place_of_the_earlier_one() {
        TicketChange opened = committed(samples.opened(1));
        TicketChange solved = committed(solve(opened.after()));

        assertThat(store.ticket(tenant, idOf(opened))).contains(solved.after());
    }

    @Test
    final void what_a_ticket_gathers_in_its_life_is_kept() {
        TicketState state = committed(samples.opened(1)).after();
        for (TicketCommand command : List.of(
                new TicketCommand.EditSubject(AGENT, "Betaling feiler, også med Vipps"),
                new TicketCommand.ChangeTags(AGENT, Set.of(new Tag("vipps"), new Tag("ære")), Set.of()),
                new TicketCommand.ChangeTags(AGENT, Set.of(new Tag("vip")), Set.of(new Tag("vipps"))),
                new TicketCommand.ChangeParticipants(
                        AGENT,
                        Set.of(new ContactId(UUID.randomUUID())),
                        state.ticket().participants()),
                new TicketCommand.RecordTime(AGENT, Duration.ofMinutes(25)),
                new TicketCommand.RecordTime(AGENT, Duration.ofSeconds(1, 500_000_000)),
                new TicketCommand.Categorize(AGENT, "betaling", List.of("ordet «betalt»")),
                new TicketCommand.RevokeLinks(AGENT))) {
            state = committed(samples.changed(state, command, NOW.plusSeconds(60)))
                    .after();
        }

        assertThat(state.ticket().tags()).containsExactly(new Tag("vip"), new Tag("ære"));
        assertThat(state.ticket().timeSpent()).isEqualTo(Duration.ofSeconds(1501, 500_000_000));
        assertThat(store.ticket(tenant, state.ticket().id())).contains(state);
    }

    @Test
    final void history_is_kept_in_order_and_read_in_parts() {
        TicketChange opened = committed(samples.opened(1));
        TicketChange solved = committed(solve(opened.after()));
        List<Object> all = new ArrayList<>(opened.events());
        all.addAll(solved.events());

        assertThat(store.events(tenant, idOf(opened), 0, 100)).isEqualTo(all);
        assertThat(store.events(tenant, idOf(opened), 1, 1)).isEqualTo(all.subList(1, 2));
        assertThat(store.events(tenant, idOf(opened), all.size(), 100)).isEmpty();
    }

    @Test
    final void a_change_decided_on_an_older_version_is_stale_and_leaves_nothing_behind() {
        TicketChange opened = committed(samples.opened(1));
        TicketChange solved = committed(solve(opened.after()));
        TicketChange late =
                samples.changed(opened.after(), new TicketCommand.Assign(AGENT, Optional.of(new AgentId("ola"))), NOW);
        Delivery delivery = samples.delivery(idOf(opened), NOW);
        Contact contact = samples.contact("kari@kunde.example");
        Content raw = content("raw");
        Receipt receipt = samples.receipt("<late@kunde.example>", Disposition.JOINED, NOW, raw);

        CommitResult result = store.commit(samples.changes()
                .ticket(late)
                .message(
                        samples.message(idOf(opened), 9, MessageRole.NOTE, "late", Optional.of("<late@kunde.example>")))
                .newContact(contact)
                .receipt(receipt)
                .content(raw)
                .newDelivery(delivery)
                .schedule(new Work(WorkKey.HandOver.of(delivery), NOW))
                .build());

        assertThat(result).isEqualTo(CommitResult.STALE);
        assertThat(store.ticket(tenant, idOf(opened))).contains(solved.after());
        assertThat(store.events(tenant, idOf(opened), 0, 100)).hasSize(3);
        assertThat(store.messages(tenant, idOf(opened), 0, 100)).isEmpty();
        assertThat(store.contact(tenant, contact.id())).isEmpty();
        assertThat(store.receipt(tenant, receipt.key())).isEmpty();
        assertThat(store.content(tenant, raw.ref())).isEmpty();
        assertThat(store.delivery(tenant, delivery.id())).isEmpty();
        assertThat(store.ticketsOfMail(tenant, List.of("<late@kunde.example>"))).isEmpty();
        assertThat(store.nextDue(tenant, LANES)).isEmpty();
    }

    @Test
    final void a_stale_commit_leaves_work_and_deliveries_as_they_were() {
        TicketChange opened = samples.opened(1);
        Delivery planned = samples.delivery(idOf(opened), NOW);
        Work waiting = work(NOW.plusSeconds(60));
        mustCommit(samples.changes()
                .ticket(opened)
                .newDelivery(planned)
                .schedule(work(NOW))
                .schedule(waiting));
        Claim claim = onlyClaim(NOW);

        assertThat(store.commit(samples.changes()
                        .ticket(samples.opened(1))
                        .delivery(new DeliveryChange(DeliveryState.PLANNED, planned.claimed(NOW)))
                        .workResult(new WorkResult.Done(claim))
                        .cancel(waiting.key())
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.delivery(tenant, planned.id())).contains(planned);
        assertThat(store.nextDue(tenant, LANES)).contains(waiting.dueAt());
        mustCommit(samples.changes().workResult(new WorkResult.Done(claim)));
    }

    @Test
    final void opening_a_ticket_twice_is_stale() {
        TicketChange opened = committed(samples.opened(1));

        assertThat(store.commit(samples.changes(samples.opened(idOf(opened), 2))))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.ticketByNumber(tenant, 2)).isEmpty();
    }

    @Test
    final void a_number_that_is_taken_is_stale() {
        TicketChange opened = committed(samples.opened(1));

        assertThat(store.commit(samples.changes(samples.opened(1)))).isEqualTo(CommitResult.STALE);
        assertThat(store.ticketByNumber(tenant, 1)).contains(opened.after());
    }

    @Test
    final void a_change_of_a_ticket_that_does_not_exist_is_stale() {
        TicketChange never = samples.opened(1);

        assertThat(store.commit(samples.changes(solve(never.after())))).isEqualTo(CommitResult.STALE);
        assertThat(store.events(tenant, idOf(never), 0, 100)).isEmpty();
    }

    @Test
    final void of_several_changes_to_one_version_at_once_exactly_one_is_committed() throws Exception {
        TicketChange opened = committed(samples.opened(1));

        List<CommitResult> results = Race.of(
                THREADS,
                i -> store.commit(samples.changes(samples.changed(
                        opened.after(), new TicketCommand.Assign(AGENT, Optional.of(new AgentId("agent" + i))), NOW))));

        assertThat(results).containsOnlyOnce(CommitResult.COMMITTED);
        assertThat(results).containsOnly(CommitResult.COMMITTED, CommitResult.STALE);
        assertThat(store.events(tenant, idOf(opened), 0, 100)).hasSize(3);
    }

    @Test
    final void numbers_rise_and_are_never_given_twice() throws Exception {
        List<List<Long>> drawn = Race.of(THREADS, i -> {
            List<Long> mine = new ArrayList<>();
            for (int n = 0; n < 25; n++) {
                mine.add(store.nextNumber(tenant));
            }
            return mine;
        });

        List<Long> all = drawn.stream().flatMap(Collection::stream).toList();
        assertThat(all).doesNotHaveDuplicates().allMatch(n -> n >= 1);
        assertThat(drawn).allSatisfy(mine -> assertThat(mine).isSorted());
    }

    @Test
    final void pages_follow_the_numbers_and_leave_out_other_categories() {
        for (long n = 1; n <= 5; n++) {
            committed(samples.opened(n));
        }
        committed(solve(state(2)));

        TicketQuery query = TicketQuery.builder()
                .statuses(EnumSet.of(StatusCategory.NEW))
                .limit(2)
                .build();
        Page<TicketState> first = store.tickets(tenant, query);
        committed(samples.opened(6));
        committed(solve(state(3)));
        Page<TicketState> second = store.tickets(tenant, query.from(first.next().orElseThrow()));
        Page<TicketState> third = store.tickets(tenant, query.from(second.next().orElseThrow()));

        assertThat(numbers(first)).containsExactly(1L, 3L);
        assertThat(numbers(second)).containsExactly(4L, 5L);
        assertThat(numbers(third)).containsExactly(6L);
        assertThat(third.next()).isEmpty();
    }

    @Test
    final void a_page_that_ends_with_the_last_ticket_has_no_next() {
        committed(samples.opened(1));
        committed(samples.opened(2));

        assertThat(store.tickets(tenant, TicketQuery.all(2)).next()).isEmpty();
    }

    @Test
    final void tickets_are_found_together_and_only_those_of_the_tenant() {
        TicketChange first = samples.opened(1);
        TicketChange second = samples.opened(2);
        mustCommit(samples.changes().ticket(first).ticket(second));
        TicketId unknown = new TicketId(UUID.randomUUID());

        assertThat(store.ticketsById(tenant, Set.of(idOf(first), idOf(second), unknown)))
                .isEqualTo(Map.of(idOf(first), first.after(), idOf(second), second.after()));
        assertThat(store.ticketsById(new TenantId("other"), Set.of(idOf(first))))
                .isEmpty();
        assertThat(store.ticketsById(tenant, Set.of())).isEmpty();
    }
}
