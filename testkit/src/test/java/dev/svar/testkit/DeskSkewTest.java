package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.AGENT;
import static dev.svar.testkit.TestDesk.BERIT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.OLA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.DueRun;
import dev.svar.HelpDesk;
import dev.svar.Taken;
import dev.svar.contact.Address;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Status;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes whose clocks differ by half a minute work on the same tickets. */
final class DeskSkewTest {
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Duration STEP = Duration.ofHours(3);
    private static final int STEPS = 20 * 8;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void what_happens_to_a_ticket_is_the_same_as_with_one_clock(long seed) {
        Random random = new Random(seed);
        TestDesk skewed = new TestDesk();
        HelpDesk behind = skewed.builder(skewed.mail)
                .time(() -> skewed.time.instant().minus(SKEW))
                .build();
        TestDesk exact = new TestDesk();

        assertThat(life(skewed, () -> random.nextBoolean() ? skewed.desk : behind))
                .as("seed %d", seed)
                .isEqualTo(life(exact, () -> exact.desk));
    }

    /**
     * What happens to one ticket after the other within seconds, and then until long after all deadlines: how often, for what is
     * due at the same look is reached together, and half a minute decides which look that is.
     */
    private static List<String> life(TestDesk office, Supplier<HelpDesk> node) {
        TicketId ticket = opened(office, node, "1", KARI);
        node.get().assign(ticket, BERIT, LARS);
        office.time.advance(Duration.ofSeconds(1));
        node.get().reply(ticket, LARS, "Hvilket kort?", Status.PENDING);
        node.get()
                .receive(TestDesk.mail("2", KARI)
                        .references(List.of("<1@kunde.example>"))
                        .build());
        office.time.advance(Duration.ofSeconds(1));
        node.get().execute(ticket, new TicketCommand.ChangePriority(AGENT, Priority.URGENT));
        node.get().execute(ticket, new TicketCommand.ChangeStatus(AGENT, Status.ON_HOLD));
        node.get().execute(ticket, new TicketCommand.ChangePriority(AGENT, Priority.NORMAL));
        node.get().execute(ticket, new TicketCommand.ChangeStatus(AGENT, Status.OPEN));
        TicketId other = opened(office, node, "3", KARI);
        node.get().merge(other, ticket, LARS);
        node.get().undoMerge(other, LARS);
        TicketId third = opened(office, node, "4", OLA);
        node.get()
                .execute(
                        third,
                        new TicketCommand.Snooze(AGENT, office.time.instant().plus(Duration.ofDays(2))));
        for (int step = 0; step < STEPS; step++) {
            DueRun run = node.get().runDue(100);
            assertThat(run.failed()).isZero();
            office.time.advance(STEP);
        }
        node.get().solve(ticket, LARS);
        node.get()
                .receive(TestDesk.mail("5", KARI)
                        .references(List.of("<1@kunde.example>"))
                        .build());
        node.get().solve(third, LARS);
        List<String> happened = new ArrayList<>();
        for (TicketId each : List.of(ticket, other, third)) {
            office.desk.history(each, 0, 1000).stream()
                    .map(RecordedEvent::event)
                    .map(event -> event.getClass().getSimpleName())
                    .sorted()
                    .forEach(happened::add);
            happened.addAll(office.kinds(each));
        }
        return happened;
    }

    private static TicketId opened(TestDesk office, Supplier<HelpDesk> node, String id, Address from) {
        Taken taken = node.get().receive(TestDesk.mail(id, from).build());
        office.time.advance(Duration.ofSeconds(1));
        return office.allTickets().stream()
                .map(state -> state.ticket().id())
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError(taken));
    }
}
