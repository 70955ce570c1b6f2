package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.DueRun;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.StoreException;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Several deliveries that are due together: the outcome of each is committed with the beginning of the next. */
final class DeskHandOverRowTest {
    private static final int DELIVERIES = 5;

    private final List<Changes> commits = new ArrayList<>();
    private Predicate<Changes> failing = changes -> false;
    private final TestDesk office = new TestDesk(new ForwardingStore() {
        @Override
        public CommitResult commit(Changes changes) {
            if (failing.test(changes)) {
                throw new StoreException("this commit fails");
            }
            commits.add(changes);
            return store.commit(changes);
        }
    });
    private final List<String> sent = new ArrayList<>();
    private final List<Ticket> tickets = new ArrayList<>();

    private HelpDesk desk(ScriptedTransport transport) {
        HelpDesk desk =
                office.builder(transport).sla(DeskDeliveryTest.NO_PROMISES).build();
        for (int i = 0; i < DELIVERIES; i++) {
            tickets.add(desk.open(
                    NewTicket.builder(TestDesk.KARI, "Betaling " + i, "x").build()));
            office.time.advance(Duration.ofSeconds(1));
        }
        commits.clear();
        return desk;
    }

    private SendOutcome accept(OutboundMessage message) {
        sent.add(message.messageId());
        return new SendOutcome.Accepted("");
    }

    private List<DeliveryState> states(HelpDesk desk) {
        return tickets.stream()
                .flatMap(ticket -> desk.deliveries(ticket.id(), 10).stream())
                .map(Delivery::state)
                .toList();
    }

    @Test
    void each_needs_one_commit_and_all_together_one_more() {
        HelpDesk desk = desk(new ScriptedTransport(this::accept));
        assertThat(desk.runDue(100)).isEqualTo(new DueRun(DELIVERIES, 0, 0, Optional.empty()));

        assertThat(commits).hasSize(DELIVERIES + 1);
        assertThat(sent).hasSize(DELIVERIES).doesNotHaveDuplicates();
        assertThat(states(desk)).hasSize(DELIVERIES).containsOnly(DeliveryState.ACCEPTED);
    }

    @Test
    void a_process_that_dies_leaves_only_the_one_uncertain_that_it_was_about_to_send() {
        HelpDesk desk = desk(new ScriptedTransport(message -> {
            if (sent.size() == 2) {
                sent.add("died");
                throw new OutOfMemoryError("the process dies here");
            }
            return accept(message);
        }));
        assertThatThrownBy(() -> desk.runDue(100)).isInstanceOf(OutOfMemoryError.class);
        assertThat(states(desk))
                .containsExactly(
                        DeliveryState.ACCEPTED,
                        DeliveryState.ACCEPTED,
                        DeliveryState.CLAIMED,
                        DeliveryState.PLANNED,
                        DeliveryState.PLANNED);
        office.time.advance(Duration.ofMinutes(11));
        desk.runDue(100);

        assertThat(states(desk))
                .containsExactly(
                        DeliveryState.ACCEPTED,
                        DeliveryState.ACCEPTED,
                        DeliveryState.UNCERTAIN,
                        DeliveryState.ACCEPTED,
                        DeliveryState.ACCEPTED);
        assertThat(sent).hasSize(DELIVERIES).doesNotHaveDuplicates();
    }

    @Test
    void what_cannot_be_committed_together_is_committed_apart() {
        HelpDesk desk = desk(new ScriptedTransport(this::accept));
        failing = changes -> changes.deliveries().size() > 1;
        assertThat(desk.runDue(100)).isEqualTo(new DueRun(DELIVERIES, 0, 0, Optional.empty()));

        assertThat(commits).hasSize(2 * DELIVERIES);
        assertThat(sent).hasSize(DELIVERIES).doesNotHaveDuplicates();
        assertThat(states(desk)).containsOnly(DeliveryState.ACCEPTED);
    }

    @Test
    void one_whose_beginning_cannot_be_stored_keeps_no_other_from_being_sent() {
        HelpDesk desk = desk(new ScriptedTransport(this::accept));
        failing = changes -> changes.deliveries().stream()
                .anyMatch(
                        change -> change.after().ticket().equals(Optional.of(tickets.get(2).id())));
        DueRun run = desk.runDue(100);

        assertThat(run.done()).isEqualTo(DELIVERIES);
        assertThat(run.failed()).isEqualTo(1);
        assertThat(sent).hasSize(DELIVERIES - 1).doesNotHaveDuplicates();
        assertThat(states(desk).get(2)).isEqualTo(DeliveryState.PLANNED);
    }

    @Test
    void what_was_not_taken_is_told_to_its_ticket_and_the_next_ones_leave() {
        HelpDesk desk = desk(new ScriptedTransport(message -> {
            accept(message);
            return switch (sent.size()) {
                case 2 -> new SendOutcome.Failed("550", "no such mailbox");
                case 3 -> new SendOutcome.Deferred("450", "busy");
                case 4 -> throw new IllegalStateException("the connection broke");
                default -> new SendOutcome.Accepted("");
            };
        }));
        DueRun run = desk.runDue(100);

        assertThat(run.done()).isEqualTo(DELIVERIES);
        assertThat(run.failed()).isZero();
        assertThat(states(desk))
                .containsExactly(
                        DeliveryState.ACCEPTED,
                        DeliveryState.FAILED,
                        DeliveryState.DEFERRED,
                        DeliveryState.UNCERTAIN,
                        DeliveryState.ACCEPTED);
        assertThat(office.events(tickets.get(1).id(), TicketEvent.DeliveryFailed.class))
                .hasSize(1);
        assertThat(run.next()).isPresent();
    }
}
