package dev.svar.sla;

import static dev.svar.sla.Times.ALL_DAYS;
import static dev.svar.sla.Times.OSLO;
import static dev.svar.sla.Times.WEEKDAYS;
import static dev.svar.sla.Times.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Mistakes that business calendars are known for, each by its name. */
class KnownTrapsTest {
    @Test
    void seconds_are_not_dropped_across_days() {
        BusinessCalendar calendar =
                BusinessCalendar.builder(OSLO).open(WEEKDAYS, "09:00-17:00").build();

        // 59 seconds on Friday, a whole Monday, 31 seconds on Tuesday
        assertThat(calendar.plus(at("2026-11-20T16:59:01+01:00"), Duration.ofSeconds(59 + 8 * 3600 + 31)))
                .isEqualTo(at("2026-11-24T09:00:31+01:00"));
        assertThat(calendar.between(at("2026-11-20T16:59:01+01:00"), at("2026-11-24T09:00:31+01:00")))
                .isEqualTo(Duration.ofSeconds(59 + 8 * 3600 + 31));
    }

    @Test
    void a_day_until_24_00_has_its_last_minute() {
        BusinessCalendar calendar =
                BusinessCalendar.builder(OSLO).open(ALL_DAYS, "08:00-24:00").build();

        assertThat(calendar.isOpen(at("2026-11-20T23:59:59.999999999+01:00"))).isTrue();
        assertThat(calendar.isOpen(at("2026-11-21T00:00+01:00"))).isFalse();
        assertThat(calendar.plus(at("2026-11-20T08:00+01:00"), Duration.ofHours(16)))
                .isEqualTo(at("2026-11-21T00:00+01:00"));
        assertThat(calendar.between(at("2026-11-20T00:00+01:00"), at("2026-11-22T00:00+01:00")))
                .isEqualTo(Duration.ofHours(32));
    }

    @Test
    void a_night_shift_from_22_to_06_is_one_shift_of_eight_hours() {
        BusinessCalendar calendar =
                BusinessCalendar.builder(OSLO).open(WEEKDAYS, "22:00-06:00").build();

        // Friday's shift ends on Saturday, and none begins on Sunday
        assertThat(calendar.plus(at("2026-11-20T22:00+01:00"), Duration.ofHours(8)))
                .isEqualTo(at("2026-11-21T06:00+01:00"));
        assertThat(calendar.plus(at("2026-11-20T22:00+01:00"), Duration.ofHours(9)))
                .isEqualTo(at("2026-11-23T23:00+01:00"));
        assertThat(calendar.isOpen(at("2026-11-23T03:00+01:00"))).isFalse();
    }

    @Test
    void hours_from_00_to_24_are_real_time_over_both_clock_changes() {
        BusinessCalendar calendar =
                BusinessCalendar.builder(OSLO).open(ALL_DAYS, "00:00-24:00").build();

        assertThat(calendar.between(at("2026-03-29T00:00+01:00"), at("2026-03-30T00:00+02:00")))
                .isEqualTo(Duration.ofHours(23));
        assertThat(calendar.between(at("2026-10-25T00:00+02:00"), at("2026-10-26T00:00+01:00")))
                .isEqualTo(Duration.ofHours(25));
        assertThat(calendar.plus(at("2026-03-28T12:00+01:00"), Duration.ofHours(24)))
                .isEqualTo(at("2026-03-29T13:00+02:00"));
        assertThat(calendar.plus(at("2026-10-24T12:00+02:00"), Duration.ofHours(24)))
                .isEqualTo(at("2026-10-25T11:00+01:00"));
    }

    @Test
    void a_calendar_without_hours_is_an_error_and_no_date_in_2029() {
        assertThatThrownBy(() -> BusinessCalendar.builder(OSLO).build())
                .isInstanceOfSatisfying(
                        CalendarException.class,
                        e -> assertThat(e.problem()).isEqualTo(CalendarException.Problem.NEVER_OPENS));
    }
}
