package dev.svar.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Draws calendars from a seed, {@code -Dsvar.seed=} for another than the usual one. */
class RandomCalendarsTest {
    private static final int WALKED = 150;
    private static final int QUESTIONS = 6;
    private static final int WINDOW_DAYS = 6;
    private static final int LONG_LIVED = 12;

    private final long seed = RandomCalendar.seed();

    @Test
    void answers_are_those_of_a_walk_minute_by_minute_around_clock_changes() {
        System.out.println("seed of the walked calendars: " + seed);
        for (int turn = 0; turn < WALKED; turn++) {
            Random random = new Random(seed + turn);
            ZoneId zone = RandomCalendar.zone(seed * WALKED, turn);
            Instant middle = clockChange(random, zone);
            RandomCalendar drawn =
                    RandomCalendar.draw(random, zone, LocalDate.ofInstant(middle, zone), WINDOW_DAYS / 2 + 1);
            Instant start = middle.minus(Duration.ofDays(WINDOW_DAYS / 2));
            compare(random, drawn, start, "seed " + seed + " turn " + turn + ": " + drawn + " around " + middle);
        }
    }

    private static void compare(Random random, RandomCalendar drawn, Instant start, String what) {
        BusinessCalendar calendar = drawn.calendar();
        MinuteWalk walk = new MinuteWalk(drawn, start, WINDOW_DAYS * 1440);
        for (int minute = 0; minute < WINDOW_DAYS * 1440; minute++) {
            Instant at = start.plusSeconds(60L * minute);
            if (calendar.isOpen(at) != walk.isOpen(at)) {
                assertThat(calendar.isOpen(at)).as("open at %s, %s", at, what).isEqualTo(walk.isOpen(at));
            }
        }
        for (int question = 0; question < QUESTIONS; question++) {
            Instant a = instant(random, start);
            Instant b = instant(random, start);
            Instant from = a.isBefore(b) ? a : b;
            Instant to = a.isBefore(b) ? b : a;
            Duration open = walk.between(from, to);

            assertThat(calendar.between(from, to))
                    .as("from %s to %s, %s", from, to, what)
                    .isEqualTo(open);
            assertThat(calendar.between(to, from)).isEqualTo(open.negated());
            for (Duration duration : List.of(open, Duration.ofNanos(random.nextLong(200_000_000_000_000L)))) {
                walk.plus(from, duration)
                        .ifPresent(end -> assertThat(calendar.plus(from, duration))
                                .as("%s plus %s, %s", from, duration, what)
                                .isEqualTo(end));
            }
            walk.nextOpen(from)
                    .ifPresent(at -> assertThat(calendar.nextOpen(from))
                            .as("next opening after %s, %s", from, what)
                            .isEqualTo(at));
            walk.nextClose(from)
                    .ifPresent(at -> assertThat(calendar.nextClose(from))
                            .as("next closing after %s, %s", from, what)
                            .isEqualTo(at));
            assertThat(calendar.explain(from, to))
                    .as("from %s to %s, %s", from, to, what)
                    .isEqualTo(walk.explain(from, to));
        }
    }

    @Test
    void sums_and_differences_agree_over_decades() {
        System.out.println("seed of the long-lived calendars: " + seed);
        for (int turn = 0; turn < LONG_LIVED; turn++) {
            Random random = new Random(seed - turn);
            ZoneId zone = RandomCalendar.zone(seed * LONG_LIVED, turn);
            RandomCalendar drawn = RandomCalendar.draw(random, zone, LocalDate.of(2030, 1, 1), 5000);
            for (int question = 0; question < 40; question++) {
                Instant a = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000))
                        .plus(Duration.ofDays(365 * 80));
                Instant b = a.plusNanos(random.nextLong(1L << random.nextInt(1, 60)));
                Duration shorter = Duration.ofNanos(random.nextLong(1L << random.nextInt(1, 57)));
                Duration longer = shorter.plusNanos(random.nextLong(1L << random.nextInt(1, 56)));
                String what = "seed " + seed + " turn " + turn + ": " + List.of(a, b, shorter, longer) + ", " + drawn;
                agree(drawn.calendar(), a, b, shorter, longer, what);
            }
        }
    }

    private static void agree(
            BusinessCalendar calendar, Instant a, Instant b, Duration shorter, Duration longer, String what) {
        Instant end = calendar.plus(a, shorter);

        assertThat(calendar.between(a, end)).as(what).isEqualTo(shorter);
        assertThat(calendar.plus(a, longer)).as(what).isAfterOrEqualTo(end);
        assertThat(calendar.plus(b, shorter)).as(what).isAfterOrEqualTo(end);
        assertThat(calendar.plus(end, longer.minus(shorter))).as(what).isEqualTo(calendar.plus(a, longer));
        assertThat(calendar.between(a, b).plus(calendar.between(b, end)))
                .as(what)
                .isEqualTo(shorter);
        if (!shorter.isZero()) {
            assertThat(calendar.isOpen(end.minusNanos(1))).as(what).isTrue();
        }
        assertThat(calendar.isOpen(calendar.nextOpen(a))).as(what).isTrue();
        Instant month = a.plus(Duration.ofDays(30));
        assertThat(calendar.explain(a, month).stream()
                        .filter(CalendarSpan::counted)
                        .map(span -> Duration.between(span.from(), span.to()))
                        .reduce(Duration.ZERO, Duration::plus))
                .as(what)
                .isEqualTo(calendar.between(a, month));
    }

    /** A change of the zone's clocks within some decades, or any time if it has none then. */
    private static Instant clockChange(Random random, ZoneId zone) {
        Instant any = Instant.ofEpochSecond(random.nextLong(315_532_800L, 2_145_916_800L) / 60 * 60);
        ZoneOffsetTransition next = zone.getRules().nextTransition(any);
        boolean walkable = next != null && next.toEpochSecond() < 4_000_000_000L;
        return walkable ? next.getInstant() : any;
    }

    /** Any instant of the window, often on a whole minute or a whole hour. */
    private static Instant instant(Random random, Instant start) {
        long nanos = random.nextLong(WINDOW_DAYS * 86_400L * 1_000_000_000L);
        long grain = new long[] {1, 60_000_000_000L, 3_600_000_000_000L}[random.nextInt(3)];
        return start.plusNanos(nanos / grain * grain);
    }
}
