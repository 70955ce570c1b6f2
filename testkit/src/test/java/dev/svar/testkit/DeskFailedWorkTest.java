package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.svar.DeskListener;
import dev.svar.DueRun;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.error.InvalidValueException;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaPolicy;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.DeadWork;
import dev.svar.store.StoreException;
import dev.svar.store.WorkKey;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Work that fails: tried after longer and longer pauses, given up after a bounded number of tries, replayed by a call. */
final class DeskFailedWorkTest {
    private static final int TRIES = 12;
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofMinutes(11);

    private final TestDesk office = new TestDesk();
    private final List<Instant> tries = new ArrayList<>();
    private final List<RecordedEvent> heard = new ArrayList<>();
    private final AtomicBoolean broken = new AtomicBoolean(true);

    private HelpDesk deskWith(DeskListener listener) {
        return office.builder(office.mail)
                .sla(DeskDeliveryTest.NO_PROMISES)
                .listener("mirror", listener)
                .build();
    }

    private HelpDesk deskWithFailingListener() {
        return deskWith((ticket, events) -> {
            tries.add(office.time.instant());
            if (broken.get()) {
                throw new IllegalStateException("the broker is down");
            }
            heard.addAll(events);
        });
    }

    private static Ticket opened(HelpDesk desk) {
        return desk.open(
                NewTicket.builder(KARI, "Betaling", "Jeg får ikke betalt.").build());
    }

    private void live(HelpDesk desk, Duration how) {
        office.time.runUntil(desk, office.time.instant().plus(how));
    }

    @Test
    void pauses_grow_and_after_the_last_try_the_work_is_dead() {
        HelpDesk desk = deskWithFailingListener();
        Ticket ticket = opened(desk);
        DueRun first = desk.runDue(100);
        assertThat(first.failed()).isEqualTo(1);
        assertThat(first.dead()).isZero();
        Instant lastEvent = office.time.instant();
        live(desk, Duration.ofHours(5));
        List<Instant> undisturbed = tries.stream()
                .takeWhile(at -> at.isBefore(lastEvent.plusSeconds(3600)))
                .toList();
        for (int i = 2; i < undisturbed.size(); i++) {
            assertThat(Duration.between(undisturbed.get(i - 1), undisturbed.get(i)))
                    .isGreaterThan(Duration.between(undisturbed.get(i - 2), undisturbed.get(i - 1)));
        }
        live(desk, Duration.ofDays(3));

        assertThat(tries).hasSize(TRIES);
        assertThat(desk.deadWork(Optional.empty(), 10))
                .extracting(
                        DeadWork::error, DeadWork::attempts, dead -> dead.work().key())
                .containsExactly(tuple(
                        "java.lang.IllegalStateException: the broker is down",
                        TRIES,
                        new WorkKey.Tell("mirror", ticket.id())));
        assertThat(office.mail.offered()).isNotEmpty();
    }

    @Test
    void dead_work_that_is_replayed_catches_up_in_order() {
        HelpDesk desk = deskWithFailingListener();
        Ticket ticket = opened(desk);
        live(desk, Duration.ofDays(5));
        DeadWork dead = desk.deadWork(Optional.empty(), 10).get(0);
        broken.set(false);
        desk.runDue(100);
        assertThat(heard).isEmpty();

        assertThat(desk.replay(WorkKey.parse(dead.work().key().text()))).isTrue();
        assertThat(desk.replay(dead.work().key())).isFalse();
        desk.runDue(100);
        assertThat(heard).isEqualTo(desk.history(ticket.id(), 0, 1000));
        assertThat(desk.deadWork(Optional.empty(), 10)).isEmpty();
    }

    @Test
    void a_new_event_tries_a_listener_again_whose_work_is_dead() {
        HelpDesk desk = deskWithFailingListener();
        Ticket ticket = opened(desk);
        live(desk, Duration.ofDays(5));
        broken.set(false);
        desk.note(ticket.id(), TestDesk.LARS, "Vi ser på det.");
        desk.runDue(100);

        assertThat(heard).isEqualTo(desk.history(ticket.id(), 0, 1000));
    }

    @Test
    void waiting_behind_slow_work_is_no_try_also_for_what_failed_before() {
        List<TicketId> told = new ArrayList<>();
        HelpDesk desk = deskWith((ticket, events) -> {
            if (broken.get()) {
                throw new IllegalStateException("the broker is down");
            }
            office.time.advance(LONGER_THAN_A_LEASE);
            told.add(ticket.ticket().id());
        });
        List<TicketId> opened = new ArrayList<>();
        for (int i = 0; i < TRIES + 3; i++) {
            opened.add(opened(desk).id());
        }
        assertThat(desk.runDue(100).failed()).isEqualTo(opened.size());
        broken.set(false);
        live(desk, Duration.ofDays(2));

        assertThat(told).containsExactlyInAnyOrderElementsOf(opened);
        assertThat(desk.deadWork(Optional.empty(), 10)).isEmpty();
    }

    @Test
    void work_that_kills_the_process_every_time_is_dead_in_the_end() {
        AtomicInteger deaths = new AtomicInteger();
        HelpDesk desk = deskWith((ticket, events) -> {
            deaths.incrementAndGet();
            throw new OutOfMemoryError("the process dies here");
        });
        opened(desk);
        for (int i = 0; i < TRIES; i++) {
            assertThatThrownBy(() -> desk.runDue(100)).isInstanceOf(OutOfMemoryError.class);
            office.time.advance(Duration.ofMinutes(11));
        }
        DueRun last = desk.runDue(100);

        assertThat(last.dead()).isEqualTo(1);
        assertThat(deaths).hasValue(TRIES);
        assertThat(desk.deadWork(Optional.empty(), 10))
                .extracting(DeadWork::error)
                .containsExactly("it was begun 12 times and never ended");
    }

    @Test
    void a_desk_without_the_listener_or_the_transport_leaves_their_work_alone_and_waits_for_nothing() {
        HelpDesk desk = deskWithFailingListener();
        opened(desk);
        HelpDesk web = HelpDesk.builder(office.store).time(office.time).build();
        for (int i = 0; i < 2 * TRIES; i++) {
            assertThat(web.runDue(100)).isEqualTo(new DueRun(0, 0, 0, Optional.empty()));
            office.time.advance(Duration.ofSeconds(1));
        }
        broken.set(false);
        desk.runDue(100);

        assertThat(tries).hasSize(1);
        assertThat(office.mail.offered()).hasSize(1);
    }

    @Test
    void timers_of_many_tickets_fire_together_and_one_that_cannot_be_stored_does_not_spoil_the_others() {
        List<Ticket> tickets = new ArrayList<>();
        AtomicInteger commits = new AtomicInteger();
        TestDesk busy = new TestDesk(new ForwardingStore() {
            @Override
            public CommitResult commit(Changes changes) {
                boolean bad = changes.tickets().stream()
                        .anyMatch(change -> tickets.size() == 250
                                && change.after()
                                        .ticket()
                                        .id()
                                        .equals(tickets.get(140).id()));
                if (bad) {
                    throw new StoreException("a ticket that cannot be stored");
                }
                commits.incrementAndGet();
                return store.commit(changes);
            }
        });
        HelpDesk desk = HelpDesk.builder(busy.store)
                .time(busy.time)
                .sla(TestDesk.POLICY)
                .build();
        for (int i = 0; i < 250; i++) {
            tickets.add(opened(desk));
        }
        Instant warning = desk.runDue(1).next().orElseThrow();
        busy.time.set(warning);
        commits.set(0);
        DueRun run = desk.runDue(1000);

        assertThat(run.done()).isEqualTo(250);
        assertThat(run.failed()).isEqualTo(1);
        // Two rounds of a hundred and one of fifty; the round with the bad ticket is stored one by one.
        assertThat(commits).hasValueLessThan(160);
        assertThat(tickets)
                .allSatisfy(ticket -> assertThat(desk.history(ticket.id(), 0, 100))
                        .filteredOn(event -> event.event() instanceof TicketEvent.SlaWarned warned
                                && warned.target() == SlaTarget.FIRST_RESPONSE)
                        .hasSize(ticket.equals(tickets.get(140)) ? 0 : 1));
    }

    @Test
    void a_timer_that_kills_the_process_takes_the_others_with_it_only_once() {
        List<Ticket> tickets = new ArrayList<>();
        HelpDesk desk = HelpDesk.builder(office.store)
                .time(office.time)
                .sla(SlaPolicy.builder(BusinessCalendar.roundTheClock(ZoneOffset.UTC))
                        .promise(SlaTarget.RESOLUTION, Priority.NORMAL, Duration.ofHours(100))
                        .build())
                .reaction(step -> {
                    boolean bad = step.event().event() instanceof TicketEvent.SlaWarned
                            && step.event().ticket().equals(tickets.get(2).id());
                    if (bad) {
                        throw new OutOfMemoryError("the process dies here");
                    }
                    return List.of();
                })
                .build();
        for (int i = 0; i < 5; i++) {
            tickets.add(opened(desk));
            office.time.advance(Duration.ofSeconds(1));
        }
        office.time.set(desk.runDue(1).next().orElseThrow().plusSeconds(10));
        int deaths = 0;
        DueRun last = new DueRun(0, 0, 0, Optional.empty());
        while (last.dead() == 0 && deaths < 2 * TRIES) {
            try {
                last = desk.runDue(100);
            } catch (OutOfMemoryError e) {
                deaths++;
                office.time.advance(Duration.ofMinutes(11));
            }
        }

        assertThat(deaths).isEqualTo(TRIES);
        assertThat(tickets)
                .allSatisfy(ticket -> assertThat(office.events(ticket.id(), TicketEvent.SlaWarned.class))
                        .hasSize(ticket.equals(tickets.get(2)) ? 0 : 1));
        assertThat(desk.deadWork(Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void a_name_of_work_that_is_none_is_refused() {
        assertThatThrownBy(() -> WorkKey.parse("tell/nobody")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> WorkKey.parse("reach-level/" + KARI)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> WorkKey.parse("")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> office.desk.deadWork(Optional.empty(), 0)).isInstanceOf(InvalidValueException.class);
    }
}
