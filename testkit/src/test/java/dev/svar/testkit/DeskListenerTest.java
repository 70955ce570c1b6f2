package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.AGENT;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.DueRun;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.NotToldException;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Listeners are told after the commit, in order, and nothing is lost. */
final class DeskListenerTest {
    private final TestDesk office = new TestDesk();
    private final List<RecordedEvent> told = new CopyOnWriteArrayList<>();
    private final HelpDesk desk = office.builder(office.mail)
            .listener("report", (ticket, events) -> told.addAll(events))
            .build();

    private Ticket opened(HelpDesk where) {
        return where.open(NewTicket.builder(TestDesk.KARI, "Betaling", "Hjelp").build());
    }

    private void work(Ticket ticket, int changes) {
        for (int i = 0; i < changes; i++) {
            Priority next = i % 2 == 0 ? Priority.HIGH : Priority.NORMAL;
            desk.execute(ticket.id(), new TicketCommand.ChangePriority(AGENT, next));
        }
    }

    @Test
    void every_event_is_told_once_and_in_order() {
        Ticket ticket = opened(desk);
        desk.runDue(100);
        desk.reply(ticket.id(), LARS, "Hei");
        work(ticket, 3);
        desk.runDue(100);
        desk.runDue(100);

        assertThat(told).isEqualTo(desk.history(ticket.id(), 0, 1000));
    }

    @Test
    void a_long_history_is_told_page_by_page() {
        Ticket ticket = opened(desk);
        work(ticket, 2500);
        AtomicInteger calls = new AtomicInteger();
        HelpDesk late = office.builder(office.mail)
                .listener("late", (state, events) -> calls.incrementAndGet())
                .build();
        late.execute(ticket.id(), new TicketCommand.ChangePriority(AGENT, Priority.URGENT));

        late.runDue(1000);

        assertThat(calls).hasValue(3);
        assertThat(office.store.cursor(TENANT, "late", ticket.id()))
                .isEqualTo(office.fresh(ticket).version());
    }

    @Test
    void a_listener_that_wants_to_be_left_alone_is_told_then_without_a_try_for_a_day() {
        List<Instant> calls = new ArrayList<>();
        HelpDesk busy = office.builder(office.mail)
                .sla(DeskDeliveryTest.NO_PROMISES)
                .listener("busy", (ticket, events) -> {
                    Instant now = office.time.instant();
                    calls.add(now);
                    throw new NotToldException("too much", Optional.of(now.plus(Duration.ofMinutes(10))));
                })
                .build();
        opened(busy);
        Instant start = office.time.instant();
        office.time.runUntil(busy, start.plus(Duration.ofHours(23)));
        assertThat(calls).hasSize(6 * 23 + 1);
        assertThat(busy.deadWork(Optional.empty(), 10)).isEmpty();
        office.time.runUntil(busy, start.plus(Duration.ofDays(4)));

        assertThat(busy.deadWork(Optional.empty(), 10)).hasSize(1);
        assertThat(calls).hasSize(6 * 24 + 12);
    }

    @Test
    void a_wish_to_be_left_alone_for_ever_or_for_no_time_is_bounded() {
        List<Instant> calls = new ArrayList<>();
        HelpDesk busy = office.builder(office.mail)
                .sla(DeskDeliveryTest.NO_PROMISES)
                .listener("busy", (ticket, events) -> {
                    Instant now = office.time.instant();
                    calls.add(now);
                    throw new NotToldException("too much", Optional.of(calls.size() == 1 ? now : Instant.MAX));
                })
                .build();
        opened(busy);
        office.time.runUntil(busy, office.time.instant().plus(Duration.ofHours(7)));

        assertThat(calls).hasSize(3);
        assertThat(Duration.between(calls.get(0), calls.get(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(Duration.between(calls.get(1), calls.get(2))).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void a_listener_that_fails_is_told_the_same_again() {
        AtomicInteger failures = new AtomicInteger(2);
        List<RecordedEvent> heard = new ArrayList<>();
        HelpDesk failing = office.builder(office.mail)
                .listener("failing", (ticket, events) -> {
                    if (failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("not now");
                    }
                    heard.addAll(events);
                })
                .build();
        Ticket ticket = opened(failing);

        DueRun run = failing.runDue(100);
        assertThat(run.failed()).isEqualTo(1);
        assertThat(heard).isEmpty();
        office.time.runUntil(failing, office.time.instant().plus(Duration.ofMinutes(5)));

        assertThat(heard).isEqualTo(failing.history(ticket.id(), 0, 100));
    }

    @Test
    void a_crash_after_the_call_tells_again_and_loses_nothing() {
        List<List<RecordedEvent>> calls = new ArrayList<>();
        HelpDesk crashing = office.builder(office.mail)
                .listener("crashing", (ticket, events) -> {
                    calls.add(events);
                    if (calls.size() == 1) {
                        throw new OutOfMemoryError("the process dies here");
                    }
                })
                .build();
        Ticket ticket = opened(crashing);

        assertThatThrownBy(() -> crashing.runDue(100)).isInstanceOf(OutOfMemoryError.class);
        office.time.advance(Duration.ofHours(1));
        crashing.runDue(100);

        assertThat(calls).containsExactly(crashing.history(ticket.id(), 0, 100), crashing.history(ticket.id(), 0, 100));
    }

    @Test
    void a_listener_may_change_the_ticket_that_it_is_told_of() {
        Optional<HelpDesk>[] self = new Optional[] {Optional.empty()};
        List<RecordedEvent> heard = new ArrayList<>();
        HelpDesk tagging = office.builder(office.mail)
                .listener("tagging", (ticket, events) -> {
                    heard.addAll(events);
                    self[0].orElseThrow().assign(ticket.ticket().id(), LARS, LARS);
                })
                .build();
        self[0] = Optional.of(tagging);
        Ticket ticket = opened(tagging);

        tagging.runDue(100);

        assertThat(heard).isEqualTo(tagging.history(ticket.id(), 0, 100));
    }

    @Test
    void events_that_are_committed_while_others_are_told_are_neither_lost_nor_out_of_order() throws Exception {
        Map<TicketId, List<Long>> heard = new ConcurrentHashMap<>();
        HelpDesk busy = office.builder(office.mail)
                .sla(DeskDeliveryTest.NO_PROMISES)
                .listener(
                        "busy",
                        (ticket, events) -> heard.computeIfAbsent(
                                        ticket.ticket().id(), id -> new CopyOnWriteArrayList<>())
                                .addAll(events.stream()
                                        .map(RecordedEvent::sequence)
                                        .toList()))
                .build();
        List<Ticket> tickets = List.of(opened(busy), opened(busy), opened(busy));

        Race.of(6, i -> {
            Ticket mine = tickets.get(i / 2);
            for (int n = 0; n < 150; n++) {
                if (i % 2 == 0) {
                    busy.execute(
                            mine.id(),
                            new TicketCommand.ChangePriority(AGENT, n % 2 == 0 ? Priority.HIGH : Priority.LOW));
                } else {
                    busy.runDue(10);
                }
            }
            return i;
        });
        while (busy.runDue(100).done() > 0) {
            office.time.advance(Duration.ofSeconds(1));
        }

        assertThat(heard)
                .hasSize(3)
                .allSatisfy((id, sequences) -> assertThat(sequences)
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .hasSize((int) office.state(id).ticket().version()));
    }

    @Test
    void a_node_without_the_listener_leaves_the_work_to_others() {
        Ticket ticket = opened(desk);

        office.desk.runDue(100);
        assertThat(told).isEmpty();
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofMinutes(2)));

        assertThat(told).isEqualTo(desk.history(ticket.id(), 0, 100));
    }

    @Test
    void a_name_can_be_used_once() {
        HelpDesk.Builder builder = office.builder(office.mail).listener("a", (ticket, events) -> {});

        assertThatThrownBy(() -> builder.listener("a", (ticket, events) -> {}))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("listener");
        assertThatThrownBy(() -> builder.listener("a/b", (ticket, events) -> {}))
                .isInstanceOf(InvalidValueException.class);
    }
}
