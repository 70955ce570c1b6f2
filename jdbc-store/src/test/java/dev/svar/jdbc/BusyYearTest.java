package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.memory.MemoryStore;
import dev.svar.store.DeskStore;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.TicketEvent.DelayAnnounced;
import dev.svar.ticket.TicketEvent.SlaBreached;
import dev.svar.ticket.TicketEvent.SlaWarned;
import dev.svar.ticket.TicketId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A year of a busy desk: each level of each promise is reached once and at the minute that counting open minutes by hand
 * comes to, and what share of the promises was kept is the same on every store. With {@code -Dsvar.year.tickets=100000} it
 * is as long as the figures in the documentation.
 */
final class BusyYearTest {
    private static final long SEED = Long.getLong("svar.year.seed", 20261126);
    private static final int TICKETS = Integer.getInteger("svar.year.tickets", 0);
    private static final int PAGE = 500;

    private final OpenMinutes calendar = new OpenMinutes();

    private record Figures(long deeds, long fired, Map<SlaTarget, Integer> kept, Map<SlaTarget, Integer> broken) {}

    @Test
    void in_memory() {
        live("memory", new MemoryStore(), TICKETS > 0 ? TICKETS : 2_000);
    }

    @Test
    void on_postgresql_it_is_the_same_year() {
        int tickets = TICKETS > 0 ? TICKETS : 200;
        Figures figures = live("PostgreSQL", Databases.newStore(Databases.postgres()), tickets);

        assertThat(figures).isEqualTo(live("memory", new MemoryStore(), tickets));
    }

    private Figures live(String store, DeskStore on, int tickets) {
        long begin = System.nanoTime();
        BusyYear year = new BusyYear(SEED, tickets, on).live();
        long lived = System.nanoTime();
        long fired = 0;
        Map<SlaTarget, Integer> kept = new EnumMap<>(SlaTarget.class);
        Map<SlaTarget, Integer> broken = new EnumMap<>(SlaTarget.class);
        for (TicketId ticket : year.tickets()) {
            List<RecordedEvent> deeds = new ArrayList<>();
            List<String> levels = new ArrayList<>();
            for (RecordedEvent event : year.desk().history(ticket, 0, PAGE)) {
                level(event).ifPresentOrElse(levels::add, () -> deeds.add(event));
            }
            ExpectedLevels expected = new ExpectedLevels(calendar).lived(deeds, BusyYear.END);
            assertThat(levels)
                    .as("seed %d, ticket %s", SEED, ticket)
                    .containsExactlyInAnyOrderElementsOf(expected.fired());
            fired += levels.size();
            expected.kept().forEach((target, n) -> kept.merge(target, n, Integer::sum));
            expected.broken().forEach((target, n) -> broken.merge(target, n, Integer::sum));
        }
        Figures figures = new Figures(year.deeds(), fired, kept, broken);
        System.out.printf(
                Locale.ROOT,
                "a year on %s, seed %d: %d tickets, %s; lived in %d s, checked in %d s%n",
                store,
                SEED,
                tickets,
                figures,
                (lived - begin) / 1_000_000_000,
                (System.nanoTime() - lived) / 1_000_000_000);
        return figures;
    }

    private static Optional<String> level(RecordedEvent recorded) {
        if (recorded.event() instanceof SlaWarned e) {
            return Optional.of(e.target().label() + " " + e.cycle() + " warning " + recorded.at());
        } else if (recorded.event() instanceof DelayAnnounced e) {
            return Optional.of(e.target().label() + " " + e.cycle() + " delay_notice " + recorded.at());
        } else if (recorded.event() instanceof SlaBreached e) {
            assertThat(recorded.at()).as("a breach is recorded when it is due").isEqualTo(e.due());
            return Optional.of(e.target().label() + " " + e.cycle() + " breach " + recorded.at());
        }
        return Optional.empty();
    }
}
