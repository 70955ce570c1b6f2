package dev.svar.sla;

import static dev.svar.sla.Times.OSLO;
import static dev.svar.sla.Times.at;
import static dev.svar.sla.Times.date;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import dev.svar.sla.CalendarException.Problem;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarLimitsTest {
    private static final Instant NOW = at("2026-11-20T10:00+01:00");

    private final BusinessCalendar standard = BusinessCalendar.standard(OSLO);
    private final BusinessCalendar onceOnly = BusinessCalendar.builder(OSLO)
            .exception(date("2026-11-20"), "opening day", "09:00-17:00")
            .build();

    @Test
    void a_calendar_that_never_opens_cannot_be_built() {
        assertFails(Problem.NEVER_OPENS, () -> BusinessCalendar.builder(OSLO).build());
        assertFails(
                Problem.NEVER_OPENS,
                () -> BusinessCalendar.builder(OSLO)
                        .exception(date("2026-12-24"), "closed")
                        .build());
    }

    @Test
    void a_calendar_that_opens_no_more_fails_at_once() {
        assertThat(onceOnly.plus(NOW, Duration.ofHours(7))).isEqualTo(at("2026-11-20T17:00+01:00"));
        assertFails(
                Problem.BEYOND_SEARCH_LIMIT,
                () -> onceOnly.plus(NOW, Duration.ofHours(7).plusNanos(1)));
        assertFails(Problem.BEYOND_SEARCH_LIMIT, () -> onceOnly.nextOpen(at("2026-11-20T17:00+01:00")));
        assertFails(Problem.BEYOND_SEARCH_LIMIT, () -> onceOnly.nextClose(at("2026-11-20T17:00+01:00")));
        assertThat(onceOnly.between(NOW, at("2199-01-01T00:00Z"))).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void hours_that_never_come_to_be_fail_at_once() {
        BusinessCalendar skipped = BusinessCalendar.builder(OSLO)
                .exception(date("2026-03-29"), "in the hour that is skipped", "02:00-03:00")
                .build();

        assertFails(Problem.BEYOND_SEARCH_LIMIT, () -> skipped.nextOpen(at("2026-01-01T00:00Z")));
    }

    @Test
    void the_search_limit_is_the_same_however_much_is_worked_out_already() {
        BusinessCalendar always = BusinessCalendar.roundTheClock(OSLO);
        Instant end = NOW.plus(BusinessCalendar.SEARCH_LIMIT);
        Instant later = at("2150-01-01T00:00Z");
        for (int known = 0; known < 2; known++) {
            assertThat(always.plus(NOW, BusinessCalendar.SEARCH_LIMIT)).isEqualTo(end);
            assertFails(
                    Problem.BEYOND_SEARCH_LIMIT, () -> always.plus(NOW, BusinessCalendar.SEARCH_LIMIT.plusNanos(1)));
            assertFails(Problem.BEYOND_SEARCH_LIMIT, () -> always.nextClose(NOW));
            assertFails(Problem.BEYOND_SEARCH_LIMIT, () -> standard.plus(NOW, Duration.ofDays(7000)));
            assertThat(always.between(NOW, later)).isEqualTo(Duration.between(NOW, later));
            assertThat(standard.isOpen(later)).isFalse();
        }
    }

    @Test
    void the_search_limit_is_exact_within_a_second() {
        BusinessCalendar lastDay = BusinessCalendar.builder(OSLO)
                .exception(date("2086-11-20"), "the last day", "09:00-17:00")
                .build();
        Instant start = at("2086-11-20T09:00:00.5+01:00").minus(BusinessCalendar.SEARCH_LIMIT);

        assertThat(lastDay.plus(start, Duration.ofMillis(500))).isEqualTo(at("2086-11-20T09:00:00.5+01:00"));
        assertFails(
                Problem.BEYOND_SEARCH_LIMIT,
                () -> lastDay.plus(start, Duration.ofMillis(500).plusNanos(1)));
        assertThat(lastDay.nextOpen(start)).isEqualTo(at("2086-11-20T09:00+01:00"));
        assertFails(Problem.BEYOND_SEARCH_LIMIT, () -> lastDay.nextOpen(start.minusSeconds(1)));
        assertThat(lastDay.nextClose(start.plus(Duration.ofHours(8)))).isEqualTo(at("2086-11-20T17:00+01:00"));
        assertFails(Problem.BEYOND_SEARCH_LIMIT, () -> lastDay.nextClose(start));
    }

    @Test
    void the_end_of_the_range_is_an_error_not_a_guess() {
        BusinessCalendar always = BusinessCalendar.roundTheClock(OSLO);
        Instant lastSecond = BusinessCalendar.LATEST.minusSeconds(1);

        assertThat(always.isOpen(lastSecond)).isTrue();
        assertThat(always.isOpen(BusinessCalendar.EARLIEST)).isTrue();
        assertThat(always.between(BusinessCalendar.EARLIEST, lastSecond))
                .isEqualTo(Duration.between(BusinessCalendar.EARLIEST, lastSecond));
        assertFails(Problem.BEYOND_SEARCH_LIMIT, () -> always.plus(lastSecond, Duration.ofSeconds(1)));
        assertFails(Problem.BEYOND_SEARCH_LIMIT, () -> always.nextClose(lastSecond));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "1969-12-31T23:59:59.999999999Z",
                "2200-01-01T00:00:00Z"
            })
    void instants_out_of_range_are_refused(String text) {
        Instant bad = Instant.parse(text);

        assertFails(Problem.OUT_OF_RANGE, () -> standard.plus(bad, Duration.ZERO));
        assertFails(Problem.OUT_OF_RANGE, () -> standard.between(bad, NOW));
        assertFails(Problem.OUT_OF_RANGE, () -> standard.between(NOW, bad));
        assertFails(Problem.OUT_OF_RANGE, () -> standard.isOpen(bad));
        assertFails(Problem.OUT_OF_RANGE, () -> standard.nextOpen(bad));
        assertFails(Problem.OUT_OF_RANGE, () -> standard.nextClose(bad));
        assertFails(Problem.OUT_OF_RANGE, () -> standard.explain(NOW, bad));
    }

    @Test
    void durations_out_of_range_are_refused() {
        assertFails(Problem.BEYOND_SEARCH_LIMIT, () -> standard.plus(NOW, Duration.ofSeconds(Long.MAX_VALUE)));
        assertThatThrownBy(() -> standard.plus(NOW, Duration.ofNanos(-1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("duration is PT-0.000000001S, it must not be negative");
    }

    @Test
    void the_error_says_what_was_sought_and_how_far() {
        assertThatThrownBy(() -> onceOnly.plus(NOW, Duration.ofHours(8)))
                .isInstanceOfSatisfying(
                        CalendarException.class, e -> assertThat(e.zone()).isEqualTo(OSLO))
                .hasMessage("calendar in Europe/Oslo has no end of PT8H within 21915 days after 2026-11-20T09:00:00Z"
                        + " and before 2200-01-01T00:00:00Z");
    }

    @Test
    void a_weekday_opens_with_at_least_one_interval_and_at_most_48() {
        String[] many = new String[49];
        for (int i = 0; i < many.length; i++) {
            String hour = (i / 4 < 10 ? "0" : "") + i / 4;
            many[i] = hour + ":" + (10 + i % 4 * 10) + "-" + hour + ":" + (15 + i % 4 * 10);
        }
        assertThatThrownBy(() -> BusinessCalendar.builder(OSLO).open(DayOfWeek.MONDAY))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("hours of MONDAY are missing, at least one interval is needed");
        assertThatThrownBy(() -> BusinessCalendar.builder(OSLO).open(DayOfWeek.MONDAY, many))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("hours of MONDAY holds 49 elements, at most 48 are allowed");
    }

    private static void assertFails(Problem problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CalendarException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
