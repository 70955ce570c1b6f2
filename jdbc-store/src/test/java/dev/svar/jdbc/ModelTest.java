package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.error.SvarException;
import dev.svar.memory.MemoryStore;
import dev.svar.store.TicketState;
import dev.svar.testkit.ManualTime;
import dev.svar.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same random life of a desk on the reference store and on a database: everything that can be seen is the same. */
final class ModelTest {
    private static final long SEED = 20261125;
    private static final int CHECKED_EVERY = 500;

    @Test
    void ten_thousand_steps_on_h2() {
        live(Database.H2, 10_000);
    }

    @Test
    void two_thousand_steps_on_postgresql() {
        live(Database.POSTGRESQL, 2_000);
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
        assertThat(life.deeds()).as("every deed was done, and each succeeded at least once").isEmpty();
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
            assertThat(actual.desk().history(ticket, 0, 1000))
                    .as(at)
                    .isEqualTo(reference.desk().history(ticket, 0, 1000));
            assertThat(actual.desk().messages(ticket, 0, 1000))
                    .as(at)
                    .isEqualTo(reference.desk().messages(ticket, 0, 1000));
            assertThat(actual.desk().deliveries(ticket, 1000))
                    .as(at)
                    .isEqualTo(reference.desk().deliveries(ticket, 1000));
        }
        assertThat(actual.mail().offered()).as(at).containsExactlyInAnyOrderElementsOf(List.copyOf(reference.mail().offered()));
        assertThat(actual.told()).as(at).containsExactlyInAnyOrderElementsOf(reference.told());
    }
}
