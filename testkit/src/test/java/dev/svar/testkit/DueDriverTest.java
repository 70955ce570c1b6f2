package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.DueDriver;
import dev.svar.DueListener;
import dev.svar.DueRun;
import dev.svar.HelpDesk;
import dev.svar.Mailbox;
import dev.svar.NewTicket;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.memory.MemoryStore;
import dev.svar.message.SendOutcome;
import dev.svar.store.Claim;
import dev.svar.store.DeskStore;
import dev.svar.store.StoreException;
import dev.svar.store.WorkLane;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DueDriverTest {
    private static final Duration NEVER = Duration.ofDays(365);
    private static final long LONGEST_SECONDS = 60;

    private final ManualTime time = ManualTime.at("2026-12-01T09:00:00Z");
    private final ScheduledExecutorService executor =
            Executors.newScheduledThreadPool(4, run -> new Thread(run, "host"));
    private final Turns turns = new Turns();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private record Failure(HelpDesk desk, Throwable error, Duration pause) {}

    private record Turn(HelpDesk desk, DueRun run) {}

    /** What a driver told, in order. */
    private static final class Turns implements DueListener {
        final BlockingQueue<Failure> failures = new LinkedBlockingQueue<>();
        final BlockingQueue<Turn> ended = new LinkedBlockingQueue<>();

        @Override
        public void failed(HelpDesk desk, Throwable error, Duration pause) {
            failures.add(new Failure(desk, error, pause));
        }

        @Override
        public void ran(HelpDesk desk, DueRun run) {
            ended.add(new Turn(desk, run));
        }

        /** All turns until one that is looked for. */
        List<Turn> until(Predicate<Turn> last) throws InterruptedException {
            List<Turn> seen = new ArrayList<>();
            do {
                seen.add(Optional.ofNullable(ended.poll(LONGEST_SECONDS, TimeUnit.SECONDS))
                        .orElseThrow(() -> new AssertionError("no such turn came, only " + seen)));
            } while (!last.test(seen.get(seen.size() - 1)));
            return seen;
        }
    }

    private HelpDesk desk(String tenant, DeskStore store, ScriptedTransport mail) {
        return builder(tenant, store, time).transport(mail).build();
    }

    private static HelpDesk.Builder builder(String tenant, DeskStore store, InstantSource time) {
        return HelpDesk.builder(store)
                .tenant(new TenantId(tenant))
                .time(time)
                .mailbox(new Mailbox(TestDesk.MAILBOX, "Påmelding"));
    }

    private static ScriptedTransport counting(AtomicInteger sent) {
        return new ScriptedTransport(message -> {
            sent.incrementAndGet();
            return new SendOutcome.Accepted("counted");
        });
    }

    private static void open(HelpDesk desk, int tickets) {
        for (int i = 0; i < tickets; i++) {
            desk.open(NewTicket.builder(TestDesk.KARI, "Betaling", "Jeg får ikke betalt.")
                    .build());
        }
    }

    private DueDriver.Builder driver() {
        return DueDriver.builder(executor, turns).idle(NEVER);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void what_is_due_at_the_start_is_done_in_turns_in_the_hosts_threads() throws Exception {
        List<String> threads = Collections.synchronizedList(new ArrayList<>());
        HelpDesk desk = desk("a", new MemoryStore(), new ScriptedTransport(message -> {
            threads.add(Thread.currentThread().getName());
            return new SendOutcome.Accepted("sent");
        }));
        open(desk, 45);
        try (DueDriver driver = driver().desk(desk).turn(10).concurrency(1, 1).start()) {
            List<Turn> seen = turns.until(turn -> turn.run().next().isEmpty());

            assertThat(seen).extracting(turn -> turn.run().done()).containsExactly(10, 10, 10, 10, 5);
            assertThat(threads).hasSize(45).containsOnly("host");
            assertThat(driver.add(desk)).isFalse();
        }
    }

    @Test
    void a_tenant_with_hundreds_holds_up_none_with_one() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        HelpDesk busy = desk("busy", new MemoryStore(), new ScriptedTransport(message -> {
            begun.countDown();
            await(goOn);
            return new SendOutcome.Accepted("sent");
        }));
        HelpDesk quiet = desk("quiet", new MemoryStore(), counting(new AtomicInteger()));
        open(busy, 500);
        open(quiet, 1);
        try (DueDriver driver = driver().desk(busy).turn(10).concurrency(1, 1).start()) {
            await(begun);
            driver.add(quiet);
            driver.wake(quiet);
            goOn.countDown();
            List<Turn> seen = turns.until(turn -> turn.desk() == quiet);

            assertThat(seen).extracting(Turn::desk).containsExactly(busy, quiet);
            assertThat(seen.get(1).run().done()).isEqualTo(1);
            assertThat(turns.until(turn -> turn.run().next().isEmpty())).hasSize(49);
        }
    }

    @Test
    void timers_of_a_tenant_do_not_hold_up_its_own_mails() {
        AtomicInteger sent = new AtomicInteger();
        HelpDesk desk = desk("a", new MemoryStore(), counting(sent));
        for (int i = 0; i < 500; i++) {
            Ticket ticket =
                    desk.open(NewTicket.builder(TestDesk.KARI, "Betaling", "x").build());
            desk.execute(
                    ticket.id(),
                    new TicketCommand.Snooze(TestDesk.AGENT, time.instant().plusSeconds(1)));
        }
        time.advance(Duration.ofSeconds(1));
        desk.runDue(50);
        desk.runDue(50);

        assertThat(sent).hasValue(20);
    }

    @Test
    void who_is_woken_after_a_commit_has_its_turn_at_once() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        HelpDesk desk = desk("a", new MemoryStore(), counting(sent));
        try (DueDriver driver = driver().desk(desk).start()) {
            turns.until(turn -> true);
            open(desk, 1);
            driver.wake(desk);
            turns.until(turn -> turn.run().done() == 1);

            assertThat(sent).hasValue(1);
            driver.wake(desk("unknown", new MemoryStore(), counting(sent)));
        }
    }

    @Test
    void what_another_node_planned_is_found_within_the_idle_pause() throws Exception {
        DeskStore store = new MemoryStore();
        AtomicInteger sent = new AtomicInteger();
        HelpDesk desk = desk("a", store, counting(sent));
        HelpDesk elsewhere = desk("a", store, counting(new AtomicInteger()));
        try (DueDriver driver = driver().desk(desk).idle(Duration.ofMillis(20)).start()) {
            turns.until(turn -> true);
            open(elsewhere, 1);
            turns.until(turn -> turn.run().done() == 1);

            assertThat(sent).hasValue(1);
        }
    }

    @Test
    void work_that_becomes_due_later_is_done_then() throws Exception {
        HelpDesk desk = builder("a", new MemoryStore(), InstantSource.system()).build();
        Ticket ticket =
                desk.open(NewTicket.builder(TestDesk.KARI, "Betaling", "x").build());
        Instant until = InstantSource.system().instant().plusMillis(300);
        Ticket asleep = desk.execute(ticket.id(), new TicketCommand.Snooze(TestDesk.AGENT, until));
        assertThat(asleep.snoozedUntil()).isPresent();
        try (DueDriver driver = driver().desk(desk).spread(Duration.ofMillis(1)).start()) {
            turns.until(turn -> turn.run().done() == 1);

            assertThat(desk.find(ticket.id()).orElseThrow().ticket().snoozedUntil())
                    .isEmpty();
            assertThat(ticket.status().category()).isEqualTo(StatusCategory.NEW);
        }
    }

    @Test
    void a_tenant_whose_store_fails_is_left_alone_for_a_while_and_the_others_go_on() throws Exception {
        AtomicBoolean down = new AtomicBoolean(true);
        DeskStore unreachable = new ForwardingStore() {
            @Override
            public List<Claim> claim(TenantId tenant, WorkLane lane, Instant now, Duration lease, int limit) {
                if (down.get()) {
                    throw new StoreException("no connection", new IOException("reset"), true);
                }
                return super.claim(tenant, lane, now, lease, limit);
            }
        };
        AtomicInteger sent = new AtomicInteger();
        HelpDesk bad = desk("bad", unreachable, counting(sent));
        HelpDesk good = desk("good", new MemoryStore(), counting(sent));
        open(bad, 1);
        open(good, 1);
        try (DueDriver driver = driver().desk(bad).desk(good).start()) {
            turns.until(turn -> turn.desk() == good);
            Failure failure = turns.failures.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
            assertThat(failure).isNotNull();
            assertThat(failure.desk()).isSameAs(bad);
            assertThat(failure.error()).isInstanceOf(StoreException.class).hasMessage("no connection");
            assertThat(failure.pause()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1200));
            down.set(false);
            for (int i = 0; i < 100; i++) {
                driver.wake(bad);
                driver.wake(good);
            }
            List<Turn> seen = turns.until(turn -> turn.desk() == bad);

            assertThat(seen).hasSizeGreaterThan(1);
            assertThat(turns.failures).isEmpty();
            assertThat(sent).hasValue(2);
        }
    }

    @Test
    void an_error_in_one_desk_and_a_listener_that_throws_end_nothing() throws Exception {
        HelpDesk bad = builder("bad", new MemoryStore(), time)
                .listener("dies", (ticket, events) -> {
                    throw new StackOverflowError();
                })
                .build();
        HelpDesk good = desk("good", new MemoryStore(), counting(new AtomicInteger()));
        open(bad, 1);
        CountDownLatch told = new CountDownLatch(1);
        DueListener throwing = new DueListener() {
            @Override
            public void failed(HelpDesk desk, Throwable error, Duration pause) {
                turns.failed(desk, error, pause);
                told.countDown();
                throw new IllegalStateException("the listener fails");
            }

            @Override
            public void ran(HelpDesk desk, DueRun run) {
                turns.ran(desk, run);
                throw new IllegalStateException("the listener fails");
            }
        };
        try (DueDriver driver = DueDriver.builder(executor, throwing)
                .idle(NEVER)
                .concurrency(1, 1)
                .desk(bad)
                .start()) {
            await(told);
            driver.add(good);
            for (int i = 0; i < 3; i++) {
                driver.wake(good);
                turns.until(turn -> turn.desk() == good);
            }

            assertThat(turns.failures).hasSize(1);
            assertThat(turns.failures.remove().error()).isInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void no_more_turns_run_at_once_than_are_allowed_and_a_desk_alone_may_have_some_of_them() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        HelpDesk desk = desk("a", new MemoryStore(), new ScriptedTransport(message -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            now.decrementAndGet();
            return new SendOutcome.Accepted("sent");
        }));
        open(desk, 600);
        try (DueDriver driver = driver().desk(desk).turn(20).concurrency(3, 2).start()) {
            turns.until(turn -> turn.run().next().isEmpty());
        }

        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void closing_waits_for_turns_that_run_and_lets_none_begin() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger sent = new AtomicInteger();
        HelpDesk desk = desk("a", new MemoryStore(), new ScriptedTransport(message -> {
            begun.countDown();
            await(goOn);
            sent.incrementAndGet();
            return new SendOutcome.Accepted("sent");
        }));
        open(desk, 30);
        DueDriver driver = driver().desk(desk).turn(10).concurrency(1, 1).start();
        await(begun);
        Thread closer = new Thread(driver::close);
        closer.start();
        HelpDesk late = desk("late", new MemoryStore(), counting(sent));
        while (driver.add(late)) {
            assertThat(driver.remove(late)).isTrue();
        }
        assertThat(sent).hasValue(0);
        goOn.countDown();
        closer.join(TimeUnit.SECONDS.toMillis(LONGEST_SECONDS));

        assertThat(closer.isAlive()).isFalse();
        assertThat(sent.get()).isEqualTo(10);
        driver.wake(desk);
        driver.close();
        assertThat(executor.submit(() -> "still the host's").get()).isEqualTo("still the host's");
        assertThat(sent).hasValue(10);
    }

    @Test
    void closing_waits_no_longer_than_it_was_told_to() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        HelpDesk desk = desk("a", new MemoryStore(), new ScriptedTransport(message -> {
            begun.countDown();
            await(goOn);
            return new SendOutcome.Accepted("sent");
        }));
        open(desk, 1);
        DueDriver driver = driver().desk(desk).patience(Duration.ofMillis(10)).start();
        await(begun);
        driver.close();
        assertThat(turns.ended).isEmpty();
        goOn.countDown();
        turns.until(turn -> turn.run().done() == 1);
    }

    @Test
    void a_desk_that_is_removed_has_no_turn_any_more() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        HelpDesk gone = desk("gone", new MemoryStore(), counting(sent));
        HelpDesk stays = desk("stays", new MemoryStore(), counting(new AtomicInteger()));
        try (DueDriver driver = driver().desk(gone).desk(stays).start()) {
            turns.until(turn -> turn.desk() == gone);
            assertThat(driver.remove(gone)).isTrue();
            assertThat(driver.remove(gone)).isFalse();
            open(gone, 1);
            open(stays, 1);
            driver.wake(gone);
            driver.wake(stays);
            turns.until(turn -> turn.desk() == stays && turn.run().done() == 1);
        }

        assertThat(sent).hasValue(0);
    }

    @Test
    void two_drivers_on_one_store_do_everything_once() throws Exception {
        DeskStore store = new MemoryStore();
        List<String> sent = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch all = new CountDownLatch(400);
        ScriptedTransport mail = new ScriptedTransport(message -> {
            sent.add(message.messageId());
            all.countDown();
            return new SendOutcome.Accepted("sent");
        });
        HelpDesk here = desk("a", store, mail);
        HelpDesk there = desk("a", store, mail);
        open(here, 200);
        try (DueDriver one = driver().desk(here).turn(7).start();
                DueDriver other = driver().desk(there).turn(7).start()) {
            for (int i = 0; i < 200; i++) {
                open(here, 1);
                (i % 2 == 0 ? one : other).wake(i % 2 == 0 ? here : there);
            }
            await(all);
        }

        assertThat(sent).hasSize(400).doesNotHaveDuplicates();
        assertThat(here.runDue(10)).isEqualTo(new DueRun(0, 0, 0, Optional.empty()));
    }

    @Test
    void an_executor_that_takes_nothing_any_more_is_told_of() throws Exception {
        HelpDesk desk = desk("a", new MemoryStore(), counting(new AtomicInteger()));
        try (DueDriver driver = driver().desk(desk).start()) {
            turns.until(turn -> true);
            executor.shutdown();
            driver.wake(desk);

            assertThat(turns.failures)
                    .extracting(Failure::error)
                    .hasOnlyElementsOfType(RejectedExecutionException.class);
            assertThat(turns.failures).hasSize(1);
        }
    }

    @Test
    void numbers_and_times_that_make_no_sense_are_refused() {
        DueDriver.Builder builder = driver();
        assertThatThrownBy(() -> builder.concurrency(0, 1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("concurrency.turns");
        assertThatThrownBy(() -> builder.concurrency(1, 0)).hasMessageContaining("concurrency.ofOneDesk");
        assertThatThrownBy(() -> builder.turn(0)).hasMessageContaining("turn");
        assertThatThrownBy(() -> builder.idle(Duration.ZERO)).hasMessageContaining("idle");
        assertThatThrownBy(() -> builder.spread(Duration.ofMillis(-1))).hasMessageContaining("spread");
        assertThatThrownBy(() -> builder.patience(Duration.ZERO)).hasMessageContaining("patience");
        assertThatThrownBy(() -> builder.idle(Duration.ofDays(367)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("PT8784H");
    }
}
