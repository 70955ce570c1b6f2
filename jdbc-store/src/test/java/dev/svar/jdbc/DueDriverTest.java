package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.DueDriver;
import dev.svar.DueListener;
import dev.svar.DueRun;
import dev.svar.HelpDesk;
import dev.svar.Mailbox;
import dev.svar.NewTicket;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.TenantId;
import dev.svar.delivery.DeliveryState;
import dev.svar.message.OutboundMessage;
import dev.svar.store.DeskStore;
import dev.svar.testkit.RecordingTransport;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Drivers of two nodes on one database. */
final class DueDriverTest {
    private static final int TICKETS = 60;
    private static final int PIECES = 3 * TICKETS;
    private static final Actor LARS = Actor.agent(new AgentId("lars"));

    private final RecordingTransport mail = RecordingTransport.mail();
    private final Map<TicketId, List<RecordedEvent>> told = new ConcurrentHashMap<>();

    /** Counts down for each piece of work that is done; a turn that fails is kept. */
    private static final class Progress implements DueListener {
        final CountDownLatch left = new CountDownLatch(PIECES);
        final List<Throwable> errors = new ArrayList<>();

        @Override
        public synchronized void failed(HelpDesk desk, Throwable error, Duration pause) {
            errors.add(error);
        }

        @Override
        public void ran(HelpDesk desk, DueRun run) {
            for (int i = 0; i < run.done() - run.failed(); i++) {
                left.countDown();
            }
        }
    }

    private HelpDesk desk(DeskStore store) {
        return HelpDesk.builder(store)
                .tenant(new TenantId("shop"))
                .mailbox(new Mailbox(Address.mail("support@shop.example"), "The shop"))
                .transport(mail)
                .listener(
                        "report",
                        (ticket, events) -> told.computeIfAbsent(ticket.ticket().id(), t -> new ArrayList<>())
                                .addAll(events))
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void two_nodes_do_timers_mails_and_news_once_and_lose_none(Database database) throws Exception {
        String prefix = Databases.newPrefix();
        Schema.of(Dialect.of(database.source()), prefix).apply(database.source());
        HelpDesk here =
                desk(JdbcStore.builder(database.source()).tablePrefix(prefix).build());
        HelpDesk there =
                desk(JdbcStore.builder(database.source()).tablePrefix(prefix).build());
        List<TicketId> tickets = new ArrayList<>();
        Progress progress = new Progress();
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);
        try (DueDriver one = driver(executor, progress, here);
                DueDriver other = driver(executor, progress, there)) {
            for (int i = 0; i < TICKETS; i++) {
                Ticket ticket = here.open(NewTicket.builder(
                                Address.mail("kari" + i + "@kunde.example"), "Betaling", "Jeg får ikke betalt.")
                        .build());
                Instant soon = InstantSource.system().instant().plusMillis(500);
                here.execute(ticket.id(), new TicketCommand.Snooze(LARS, soon));
                tickets.add(ticket.id());
                (i % 2 == 0 ? one : other).wake(i % 2 == 0 ? here : there);
            }
            assertThat(progress.left.await(2, TimeUnit.MINUTES))
                    .as("all is done, still %s to do", progress.left.getCount())
                    .isTrue();
            drain(here);
        } finally {
            executor.shutdownNow();
        }

        assertThat(progress.errors).isEmpty();
        assertThat(mail.accepted())
                .extracting(OutboundMessage::messageId)
                .doesNotHaveDuplicates()
                .hasSize(TICKETS);
        assertThat(tickets).allSatisfy(ticket -> {
            List<RecordedEvent> history = here.history(ticket, 0, 100);
            assertThat(history)
                    .filteredOn(event -> event.event() instanceof TicketEvent.Woken)
                    .hasSize(1);
            assertThat(told.get(ticket)).isEqualTo(history);
            assertThat(here.deliveries(ticket, 10))
                    .extracting(delivery -> delivery.state())
                    .containsExactly(DeliveryState.ACCEPTED);
        });
        assertThat(here.runDue(100)).isEqualTo(new DueRun(0, 0, 0, Optional.empty()));
    }

    private static DueDriver driver(ScheduledExecutorService executor, DueListener listener, HelpDesk desk) {
        return DueDriver.builder(executor, listener)
                .desk(desk)
                .turn(10)
                .idle(Duration.ofMillis(200))
                .spread(Duration.ofMillis(20))
                .start();
    }

    /** What the last timers have to tell. */
    private static void drain(HelpDesk desk) {
        DueRun run = desk.runDue(1000);
        while (run.next().isPresent()) {
            run = desk.runDue(1000);
        }
    }
}
