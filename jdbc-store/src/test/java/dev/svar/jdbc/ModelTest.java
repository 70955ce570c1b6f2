package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Actor;
import dev.svar.contact.Channel;
import dev.svar.error.SvarException;
import dev.svar.memory.MemoryStore;
import dev.svar.message.OutboundMessage;
import dev.svar.store.TicketState;
import dev.svar.testkit.ManualTime;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same random life of a desk on the reference store and on a database: everything that can be seen is the same. */
final class ModelTest {
    private static final long SEED = 20261125;
    private static final int CHECKED_EVERY = 1_000;

    @Test
    void thousands_of_steps_on_h2() {
        live(Database.H2, Integer.getInteger("svar.model.steps", 4_000));
    }

    @Test
    void a_thousand_steps_on_postgresql() {
        live(Database.POSTGRESQL, 1_000);
    }

    @Test
    void a_thousand_steps_on_mariadb() {
        live(Database.MARIADB, 1_000);
    }

    private static void live(Database database, int steps) {
        ManualTime time = ManualTime.at("2026-12-01T09:00:00Z");
        RandomLife life = new RandomLife(new Random(SEED), time);
        ModelDesk reference = new ModelDesk(new MemoryStore(), time);
        ModelDesk actual = new ModelDesk(Databases.newStore(database.source()), time);
        for (int step = 1; step <= steps; step++) {
            String at = "seed " + SEED + ", step " + step;
            RandomLife.Deed deed = life.next();
            Object expected = outcome(deed, reference);
            assertThat(outcome(deed, actual)).as("%s: %s", at, deed.name()).isEqualTo(expected);
            life.learn(expected);
            if (step % CHECKED_EVERY == 0) {
                compare(at, life, reference, actual);
            }
        }
        assertThat(life.deeds()).as("deeds that never came off").isEmpty();
    }

    /** What a deed came to: its result, or the error and what it says. */
    private static Object outcome(RandomLife.Deed deed, ModelDesk desk) {
        try {
            return deed.on(desk);
        } catch (SvarException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    private static void compare(String at, RandomLife life, ModelDesk reference, ModelDesk actual) {
        for (TicketId ticket : life.tickets()) {
            Optional<TicketState> state = reference.desk().find(ticket);
            assertThat(actual.desk().find(ticket)).as(at).isEqualTo(state);
            assertThat(history(actual, ticket)).as(at).containsExactlyInAnyOrderElementsOf(history(reference, ticket));
            assertThat(actual.desk().messages(ticket, 0, 1000))
                    .as(at)
                    .isEqualTo(reference.desk().messages(ticket, 0, 1000));
            assertThat(deliveries(actual, ticket))
                    .as(at)
                    .containsExactlyInAnyOrderElementsOf(deliveries(reference, ticket));
        }
        assertThat(sent(actual)).as(at).containsExactlyInAnyOrderElementsOf(sent(reference));
        assertThat(told(actual)).as(at).containsExactlyInAnyOrderElementsOf(told(reference));
    }

    /** In which order two clocks reach a level that both are past is nobody's promise. */
    private static List<Happened> history(ModelDesk desk, TicketId ticket) {
        return desk.desk().history(ticket, 0, 1000).stream().map(Happened::of).toList();
    }

    private static List<Happened> told(ModelDesk desk) {
        return desk.told().stream().map(Happened::of).toList();
    }

    private record Happened(TicketId ticket, Instant at, Actor by, Channel via, TicketEvent event) {
        static Happened of(RecordedEvent e) {
            return new Happened(e.ticket(), e.at(), e.by(), e.via(), e.event());
        }
    }

    /** Which of two letters that are planned at the same instant gets the first id is nobody's promise. */
    private static List<String> deliveries(ModelDesk desk, TicketId ticket) {
        return desk.desk().deliveries(ticket, 1000).stream()
                .map(d -> String.join(
                        " | ", d.kind(), d.reason(), d.state().name(), d.plannedAt() + "", letter(d.message())))
                .toList();
    }

    private static List<String> sent(ModelDesk desk) {
        return desk.mail().offered().stream().map(ModelTest::letter).toList();
    }

    private static String letter(OutboundMessage message) {
        return String.join(
                " | ",
                message.to().value(),
                message.subject(),
                message.text(),
                message.replyTo().value());
    }
}
