package dev.svar.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Draws calendars from a seed, {@code -Dsvar.calendar.seed=} for another than the usual one. A case is a sum or a
 * difference that is also found by walking; {@code -Dsvar.calendar.cases=1000000} for more of them.
 */
class RandomCalendarsTest {
    private static final long CASES = Long.getLong("svar.calendar.cases", 20_000);
    private static final int QUESTIONS = 50;
    private static final int WINDOW_DAYS = 6;
    private static final int MINUTE = 60;
    private static final int UNITED_EVERY = 5;
    private static final int LONG_LIVED = 12;
    private static final long FIRST_WALKED = 30L * 86_400;
    private static final long LAST_WALKED = 4_000_000_000L;

    private final long seed = RandomCalendar.seed();

    @Test
    void answers_are_those_of_a_walk_minute_by_minute_around_clock_changes() {
        long cases = 0;
        int turn = 0;
        for (; cases < CASES; turn++) {
            Random random = new Random(seed + turn);
            ZoneId zone = RandomCalendar.zone(seed, turn);
            Instant middle = clockChange(random, zone);
            RandomCalendar drawn = drawn(random, zone, middle, WINDOW_DAYS);
            Instant start = middle.minus(Duration.ofDays(WINDOW_DAYS / 2));
            MinuteWalk walk = new MinuteWalk(drawn, start, WINDOW_DAYS, MINUTE);
            Compared compared = new Compared(
                    drawn.calendar(), walk, start, WINDOW_DAYS, "seed " + seed + " turn " + turn + ": " + drawn);
            cases += compared.answers(random);
            if (turn % UNITED_EVERY == 0) {
                cases += united(random, drawn, walk, middle, "seed " + seed + " turn " + turn);
            } else {
                compared.explanation(random);
            }
        }
        System.out.println("seed " + seed + ": " + cases + " sums and differences of " + turn + " calendars walked");
    }

    private static long united(Random random, RandomCalendar one, MinuteWalk walk, Instant middle, String what) {
        ZoneId zone = RandomCalendar.zone(random.nextInt(), 0);
        RandomCalendar other = drawn(random, zone, middle, WINDOW_DAYS);
        Instant start = middle.minus(Duration.ofDays(WINDOW_DAYS / 2));
        BusinessCalendar both =
                one.calendar().toBuilder().orWhenOpen("other", other.calendar()).build();
        return new Compared(
                        both,
                        walk.or(new MinuteWalk(other, start, WINDOW_DAYS, MINUTE)),
                        start,
                        WINDOW_DAYS,
                        what + ": " + one + " united with " + other)
                .answers(random);
    }

    @Test
    void answers_are_those_of_a_walk_second_by_second_where_clocks_lost_seconds() {
        ZoneId zone = ZoneId.of("Africa/Monrovia");
        Random random = new Random(seed);
        // The walk begins on a whole minute of a clock that was 44 minutes and 30 seconds behind.
        Instant start = Instant.parse("1972-01-06T00:44:30Z");
        RandomCalendar drawn = drawn(random, zone, start, 2);
        new Compared(drawn.calendar(), new MinuteWalk(drawn, start, 2, 1), start, 2, "seed " + seed + ": " + drawn)
                .answers(random);
    }

    @ParameterizedTest
    @CsvSource({
        "Pacific/Kwajalein,  1993-08-21T12:00:00Z",
        "Pacific/Kiritimati, 1994-12-31T10:00:00Z",
        "Pacific/Kanton,     1994-12-31T11:00:00Z",
        "Pacific/Apia,       2011-12-30T10:00:00Z",
        "Pacific/Fakaofo,    2011-12-30T11:00:00Z",
    })
    void answers_are_those_of_a_walk_where_a_date_was_skipped(ZoneId zone, Instant jump) {
        for (int turn = 0; turn < 3; turn++) {
            Random random = new Random(seed + turn);
            RandomCalendar drawn = drawn(random, zone, jump, WINDOW_DAYS);
            Instant start = jump.minus(Duration.ofDays(WINDOW_DAYS / 2));
            Compared compared = new Compared(
                    drawn.calendar(),
                    new MinuteWalk(drawn, start, WINDOW_DAYS, MINUTE),
                    start,
                    WINDOW_DAYS,
                    "seed " + seed + " turn " + turn + ": " + drawn);
            compared.answers(random);
            compared.explanation(random);
        }
    }

    private static RandomCalendar drawn(Random random, ZoneId zone, Instant middle, int days) {
        return RandomCalendar.draw(random, zone, LocalDate.ofInstant(middle, zone), days / 2 + 1);
    }

    /** A calendar beside a walk through a window of some days. */
    private record Compared(BusinessCalendar calendar, MinuteWalk walk, Instant start, int days, String what) {
        /** The number of sums and differences that were compared. */
        long answers(Random random) {
            for (int minute = 0; minute < days * 1440; minute++) {
                Instant at = start.plusSeconds(60L * minute);
                if (calendar.isOpen(at) != walk.isOpen(at)) {
                    assertThat(calendar.isOpen(at))
                            .as("open at %s, %s", at, what)
                            .isEqualTo(walk.isOpen(at));
                }
            }
            long cases = 0;
            for (int question = 0; question < QUESTIONS; question++) {
                Instant a = instant(random);
                Instant b = instant(random);
                Instant from = a.isBefore(b) ? a : b;
                Instant to = a.isBefore(b) ? b : a;
                Duration open = walk.between(from, to);

                same(calendar.between(from, to), open, "from", from, to);
                same(calendar.between(to, from), open.negated(), "back from", to, from);
                cases++;
                for (Duration duration : List.of(open, Duration.ofNanos(random.nextLong(200_000_000_000_000L)))) {
                    Optional<Instant> end = walk.plus(from, duration);
                    if (end.isPresent()) {
                        same(calendar.plus(from, duration), end.get(), "plus", from, duration);
                        same(calendar.between(from, end.get()), duration, "and back", from, end.get());
                        cases++;
                    }
                }
                walk.nextOpen(from).ifPresent(at -> same(calendar.nextOpen(from), at, "opening", from, at));
                walk.nextClose(from).ifPresent(at -> same(calendar.nextClose(from), at, "closing", from, at));
            }
            return cases;
        }

        void explanation(Random random) {
            Instant a = instant(random);
            Instant b = instant(random);
            Instant from = a.isBefore(b) ? a : b;
            Instant to = a.isBefore(b) ? b : a;
            same(calendar.explain(from, to), walk.explain(from, to), "explained", from, to);
        }

        private void same(Object answer, Object walked, String question, Object from, Object to) {
            if (!answer.equals(walked)) {
                assertThat(answer).as("%s %s, %s, %s", question, from, to, what).isEqualTo(walked);
            }
        }

        /** Any instant of the window, often on a whole minute or a whole hour. */
        private Instant instant(Random random) {
            long nanos = random.nextLong(days * 86_400L * 1_000_000_000L);
            long grain = new long[] {1, 60_000_000_000L, 3_600_000_000_000L}[random.nextInt(3)];
            return start.plusNanos(nanos / grain * grain);
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

    /** A change of the zone's clocks since 1970, or any time if it has none after the one drawn. */
    private static Instant clockChange(Random random, ZoneId zone) {
        Instant any = Instant.ofEpochSecond(random.nextLong(FIRST_WALKED, 2_145_916_800L) / 60 * 60);
        ZoneOffsetTransition next = zone.getRules().nextTransition(any);
        boolean walkable = next != null
                && next.toEpochSecond() < LAST_WALKED
                && next.getOffsetBefore().getTotalSeconds() % 60 == 0;
        return walkable ? next.getInstant() : withoutSeconds(any, zone);
    }

    /** A time on a whole minute, later if the zone's clocks were then not on whole minutes. */
    private static Instant withoutSeconds(Instant any, ZoneId zone) {
        boolean whole =
                zone.getRules().getOffset(any.minus(Duration.ofDays(10))).getTotalSeconds() % 60 == 0;
        return whole ? any : any.plus(Duration.ofDays(3650));
    }
}
