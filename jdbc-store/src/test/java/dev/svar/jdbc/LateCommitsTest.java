package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.ContentionException;
import dev.svar.DeskListener;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.store.Page;
import dev.svar.store.TicketState;
import dev.svar.testkit.ManualTime;
import dev.svar.testkit.Race;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A cursor over all events of a database would step over those whose transaction began earlier and ends later. Listeners
 * have one for each ticket, whose transactions wait for each other, and miss none.
 */
final class LateCommitsTest {
    private static final int WRITERS = 8;
    private static final int NODES = 2;
    private static final int TICKETS = 64;
    private static final int HELD_ONE_OF = 4;

    private final ManualTime time = ManualTime.at("2026-12-01T09:00:00Z");

    /** Notes the sequences that it is told of, in the order in which it is told. */
    private static final class Ears implements DeskListener {
        private final Map<TicketId, Queue<Long>> heard = new ConcurrentHashMap<>();

        @Override
        public void told(TicketState ticket, List<RecordedEvent> events) {
            Queue<Long> of = heard.computeIfAbsent(ticket.ticket().id(), id -> new ConcurrentLinkedQueue<>());
            events.forEach(event -> of.add(event.sequence()));
        }

        List<Long> of(TicketId ticket) {
            return List.copyOf(heard.getOrDefault(ticket, new ConcurrentLinkedQueue<>()));
        }
    }

    private HelpDesk desk(DataSource source, String prefix, Ears mirror, Ears report) {
        return HelpDesk.builder(JdbcStore.builder(source).tablePrefix(prefix).build())
                .time(time)
                .listener("mirror", mirror)
                .listener("report", report)
                .build();
    }

    /** Two writers at a time meet at a ticket; what happens last to it is told only if nobody took the work for done. */
    @ParameterizedTest
    @EnumSource
    void listeners_miss_no_event_whose_transaction_ends_late(Database database) throws Exception {
        long seed = System.nanoTime();
        String prefix = Databases.newPrefix();
        Schema.of(Dialect.of(database.source()), prefix).apply(database.source());
        HeldCommits late = HeldCommits.oneOf(HELD_ONE_OF, database.source(), seed);
        Ears mirror = new Ears();
        Ears report = new Ears();
        List<HelpDesk> nodes = IntStream.range(0, NODES)
                .mapToObj(i -> desk(late.source(), prefix, mirror, report))
                .toList();
        HelpDesk writing = desk(late.source(), prefix, mirror, report);
        List<TicketId> tickets = open(desk(database.source(), prefix, mirror, report));
        AtomicInteger writers = new AtomicInteger(WRITERS);

        Race.of(WRITERS + NODES, runner -> {
            while (runner >= WRITERS && writers.get() > 0) {
                nodes.get(runner - WRITERS).runDue(10);
            }
            try {
                for (int i = 0; runner < WRITERS && i < TICKETS; i++) {
                    hurry(writing, tickets.get((i + runner / 2 * TICKETS / 4) % TICKETS), runner + i);
                }
            } finally {
                writers.decrementAndGet();
            }
            return runner;
        });
        assertThat(late.overtaken()).as("transactions that others overtook").isGreaterThan(20);
        time.runUntil(nodes.get(0), time.instant().plus(Duration.ofHours(2))); // what was put off comes back

        for (TicketId ticket : tickets) {
            long last = writing.find(ticket).orElseThrow().ticket().version();
            List<Long> all = LongStream.rangeClosed(1, last).boxed().toList();
            assertThat(writing.history(ticket, 0, Page.MAX_LIMIT))
                    .extracting(RecordedEvent::sequence)
                    .isEqualTo(all);
            assertThat(mirror.of(ticket)).as("mirror, seed %d", seed).isEqualTo(all);
            assertThat(report.of(ticket)).as("report, seed %d", seed).isEqualTo(all);
        }
    }

    private static List<TicketId> open(HelpDesk desk) {
        return IntStream.range(0, TICKETS)
                .mapToObj(i -> desk.open(NewTicket.builder(Address.mail("kari@kunde.example"), "Betaling", "Hjelp")
                                .build())
                        .id())
                .toList();
    }

    private static void hurry(HelpDesk desk, TicketId ticket, int how) {
        Priority priority = Priority.values()[how % Priority.values().length];
        try {
            desk.execute(ticket, new TicketCommand.ChangePriority(Actor.agent(new AgentId("ola")), priority));
        } catch (ContentionException e) {
            // Held transactions make the others lose; whoever lost too often changed nothing.
        }
    }
}
