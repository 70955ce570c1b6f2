package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.ContentionException;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.error.SvarException;
import dev.svar.testkit.ManualTime;
import dev.svar.testkit.Race;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Status;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLifecycle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Eight threads give few tickets commands, on real PostgreSQL: each ticket behaves as if they came one by one. */
final class LinearizabilityTest {
    private static final long SEED = Long.getLong("svar.linearizability.seed", 20261126);
    private static final int ROUNDS = 3;
    private static final int THREADS = 8;
    private static final int TICKETS = 3;
    private static final int COMMANDS = 25;
    private static final List<AgentId> AGENTS =
            Stream.of("lars", "berit", "siv").map(AgentId::new).toList();
    private static final List<Status> STATUSES =
            List.of(Status.NEW, Status.OPEN, Status.PENDING, Status.ON_HOLD, Status.SOLVED);

    private final ManualTime time = ManualTime.at("2026-12-03T10:00:00Z");
    private final HelpDesk desk = HelpDesk.builder(Databases.newStore(Databases.postgres()))
            .time(time)
            .build();

    private record Asked(TicketId ticket, Call call) {}

    @Test
    void commands_of_eight_threads_take_effect_one_after_the_other() throws Exception {
        int changed = 0;
        int refused = 0;
        int gaveUp = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String at = "seed " + SEED + ", round " + round;
            List<Ticket> tickets = IntStream.range(0, TICKETS)
                    .mapToObj(i -> desk.open(NewTicket.builder(Address.mail("kari@kunde.example"), "Betaling", "Hei")
                            .build()))
                    .toList();
            long seed = SEED + 1000L * round;
            List<Asked> asked = Race.of(THREADS, i -> live(new Random(seed + i), tickets)).stream()
                    .flatMap(List::stream)
                    .toList();
            for (Ticket ticket : tickets) {
                List<Call> calls = asked.stream()
                        .filter(a -> a.ticket().equals(ticket.id()))
                        .map(Asked::call)
                        .toList();
                check(at, ticket, calls);
                changed += count(calls, Call.Done.class);
                refused += count(calls, Call.Refused.class);
                gaveUp += count(calls, Call.GaveUp.class);
            }
        }

        int all = ROUNDS * THREADS * COMMANDS;
        assertThat(changed).isGreaterThan(all / 2);
        assertThat(refused).isGreaterThan(all / 50);
        assertThat(gaveUp).isLessThan(all / 20);
    }

    private static int count(List<Call> calls, Class<? extends Call.Result> kind) {
        return (int) calls.stream().filter(c -> kind.isInstance(c.result())).count();
    }

    private void check(String at, Ticket opened, List<Call> calls) {
        Ticket last = desk.find(opened.id()).orElseThrow().ticket();
        assertThat(CallHistory.faults(TicketLifecycle.standard(), time.instant(), opened, calls, last))
                .as(at)
                .isEmpty();

        List<RecordedEvent> events = desk.history(opened.id(), opened.version(), 1000);
        Ticket folded = opened;
        for (RecordedEvent event : events) {
            folded = TicketLifecycle.apply(folded, event);
        }
        assertThat(folded).as(at).isEqualTo(last);
        assertThat(events.stream().filter(e -> e.event() instanceof TicketEvent.MessageAdded))
                .as(at)
                .hasSize((int) calls.stream()
                        .filter(c -> c.result() instanceof Call.Done)
                        .filter(c -> c.command() instanceof TicketCommand.Reply
                                || c.command() instanceof TicketCommand.AddNote)
                        .count());
        assertThat(desk.messages(opened.id(), opened.version(), 1000))
                .as(at)
                .extracting(m -> m.sequence())
                .isEqualTo(events.stream()
                        .filter(e -> e.event() instanceof TicketEvent.MessageAdded)
                        .map(RecordedEvent::sequence)
                        .toList());
    }

    private List<Asked> live(Random random, List<Ticket> tickets) {
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            TicketId ticket = one(random, tickets).id();
            TicketCommand command = command(random);
            long invoked = System.nanoTime();
            Call.Result result = result(ticket, command);
            asked.add(new Asked(ticket, new Call(command, invoked, System.nanoTime(), result)));
        }
        return asked;
    }

    private Call.Result result(TicketId ticket, TicketCommand command) {
        try {
            return new Call.Done(given(ticket, command));
        } catch (ContentionException e) {
            return new Call.GaveUp();
        } catch (SvarException e) {
            return Call.Refused.of(e);
        }
    }

    /** The desk gives messages ids of its own, which a ticket does not know. */
    private Ticket given(TicketId ticket, TicketCommand command) {
        if (command instanceof TicketCommand.Reply reply) {
            return desk.reply(ticket, ((Actor.DeskAgent) reply.by()).agent(), "Svar", reply.then());
        } else if (command instanceof TicketCommand.AddNote note) {
            return desk.note(ticket, ((Actor.DeskAgent) note.by()).agent(), "Internt");
        }
        return desk.execute(ticket, command);
    }

    private static TicketCommand command(Random random) {
        Actor by = Actor.agent(one(random, AGENTS));
        MessageId message = new MessageId(new UUID(random.nextLong(), random.nextLong()));
        return switch (random.nextInt(9)) {
            case 0 -> new TicketCommand.Reply(by, message, one(random, STATUSES), Optional.empty());
            case 1 -> new TicketCommand.AddNote(by, message);
            case 2, 3 -> new TicketCommand.ChangeStatus(by, one(random, STATUSES));
            case 4 -> new TicketCommand.Assign(by, Optional.of(one(random, AGENTS)));
            case 5 -> new TicketCommand.ChangePriority(by, one(random, List.of(Priority.values())));
            case 6 -> new TicketCommand.ChangeTags(by, Set.of(tag(random)), Set.of(tag(random)));
            case 7 -> new TicketCommand.EditSubject(by, "Emne " + random.nextInt(3));
            default -> new TicketCommand.RecordTime(by, Duration.ofMinutes(1 + random.nextInt(9)));
        };
    }

    private static Tag tag(Random random) {
        return new Tag("merke" + random.nextInt(4));
    }

    private static <T> T one(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
