package dev.svar.sla;

import static dev.svar.sla.Times.OSLO;
import static dev.svar.sla.Times.WEEKDAYS;
import static dev.svar.sla.Times.at;
import static dev.svar.sla.Times.date;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {
    private final BusinessCalendar standard = BusinessCalendar.standard(OSLO);

    @ParameterizedTest
    @CsvSource({
        // 2026-11-20 is a Friday
        "2026-11-20T10:00+01:00, PT2H,            2026-11-20T12:00+01:00",
        "2026-11-20T16:00+01:00, PT1H,            2026-11-20T17:00+01:00",
        "2026-11-20T16:00+01:00, PT1H0.000000001S,2026-11-23T09:00:00.000000001+01:00",
        "2026-11-20T16:00+01:00, PT2H,            2026-11-23T10:00+01:00",
        "2026-11-20T17:00+01:00, PT1H,            2026-11-23T10:00+01:00",
        "2026-11-21T12:00+01:00, PT8H,            2026-11-23T17:00+01:00",
        "2026-11-21T12:00+01:00, PT0S,            2026-11-21T12:00+01:00",
        "2026-11-20T06:30+01:00, PT30M,           2026-11-20T09:30+01:00",
        "2026-11-20T16:59:59.9+01:00, PT0.1S,     2026-11-20T17:00+01:00",
        "2026-11-20T16:59:59.9+01:00, PT0.3S,     2026-11-23T09:00:00.2+01:00",
        // over the night, the year's end and a leap day
        "2026-12-31T16:00+01:00, PT8H,            2027-01-01T16:00+01:00",
        "2028-02-28T16:00+01:00, PT9H,            2028-02-29T17:00+01:00",
        "2027-02-26T16:00+01:00, PT2H,            2027-03-01T10:00+01:00",
        // 52 weeks of 40 hours, and both clock changes on the way
        "2026-11-20T10:00+01:00, PT2080H,         2027-11-19T10:00+01:00",
    })
    void adds_and_measures_business_time_of_a_standard_week(String start, String duration, String expected) {
        assertThat(standard.plus(at(start), Duration.parse(duration))).isEqualTo(at(expected));
        assertThat(standard.between(at(start), at(expected))).isEqualTo(Duration.parse(duration));
        assertThat(standard.between(at(expected), at(start)))
                .isEqualTo(Duration.parse(duration).negated());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T08:59:59.999999999+01:00, false, 2026-11-20T09:00+01:00,              2026-11-20T17:00+01:00",
        "2026-11-20T09:00+01:00,              true,  2026-11-20T09:00+01:00,              2026-11-20T17:00+01:00",
        "2026-11-20T16:59:59.999999999+01:00, true,  2026-11-20T16:59:59.999999999+01:00, 2026-11-20T17:00+01:00",
        "2026-11-20T17:00+01:00,              false, 2026-11-23T09:00+01:00,              2026-11-23T17:00+01:00",
        "2026-11-22T12:00+01:00,              false, 2026-11-23T09:00+01:00,              2026-11-23T17:00+01:00",
    })
    void hours_are_half_open(String when, boolean open, String nextOpen, String nextClose) {
        assertThat(standard.isOpen(at(when))).isEqualTo(open);
        assertThat(standard.nextOpen(at(when))).isEqualTo(at(nextOpen));
        assertThat(standard.nextClose(at(when))).isEqualTo(at(nextClose));
    }

    @Test
    void a_lunch_break_does_not_count() {
        BusinessCalendar lunch = BusinessCalendar.builder(OSLO)
                .open(WEEKDAYS, "09:00-12:00", "13:00-17:00")
                .build();

        assertThat(lunch.plus(at("2026-11-20T11:00+01:00"), Duration.ofHours(1)))
                .isEqualTo(at("2026-11-20T12:00+01:00"));
        assertThat(lunch.plus(at("2026-11-20T11:00+01:00"), Duration.ofHours(2)))
                .isEqualTo(at("2026-11-20T14:00+01:00"));
        assertThat(lunch.plus(at("2026-11-20T09:00+01:00"), Duration.ofHours(7)))
                .isEqualTo(at("2026-11-20T17:00+01:00"));
    }

    @Test
    void a_night_shift_belongs_to_the_day_it_starts() {
        BusinessCalendar friday =
                BusinessCalendar.builder(OSLO).open(FRIDAY, "22:00-06:00").build();

        assertThat(friday.nextOpen(at("2026-11-20T00:00+01:00"))).isEqualTo(at("2026-11-20T22:00+01:00"));
        assertThat(friday.nextClose(at("2026-11-20T22:00+01:00"))).isEqualTo(at("2026-11-21T06:00+01:00"));
        assertThat(friday.isOpen(at("2026-11-20T05:00+01:00"))).isFalse();
        assertThat(friday.plus(at("2026-11-20T23:00+01:00"), Duration.ofHours(8)))
                .isEqualTo(at("2026-11-27T23:00+01:00"));
    }

    @Test
    void hours_to_24_00_touch_those_of_the_next_day() {
        BusinessCalendar calendar = BusinessCalendar.builder(OSLO)
                .open(MONDAY, "20:00-24:00")
                .open(TUESDAY, "00:00-03:00")
                .build();

        assertThat(calendar.nextClose(at("2026-11-23T20:00+01:00"))).isEqualTo(at("2026-11-24T03:00+01:00"));
        assertThat(calendar.isOpen(at("2026-11-24T00:00+01:00"))).isTrue();
    }

    @Test
    void midnight_as_the_end_is_24_00() {
        assertThat(BusinessCalendar.builder(OSLO).open(MONDAY, "20:00-00:00").build())
                .isEqualTo(BusinessCalendar.builder(OSLO)
                        .open(MONDAY, "20:00-24:00")
                        .build());
    }

    @Test
    void round_the_clock_business_time_is_real_time() {
        BusinessCalendar always = BusinessCalendar.roundTheClock(OSLO);
        Instant start = at("2026-03-27T12:34:56.789+01:00");

        assertThat(always.plus(start, Duration.ofDays(400))).isEqualTo(start.plus(Duration.ofDays(400)));
        assertThat(always.between(start, start.plus(Duration.ofDays(9000)))).isEqualTo(Duration.ofDays(9000));
        assertThat(always.nextOpen(start)).isEqualTo(start);
    }

    @Test
    void overlapping_and_touching_intervals_are_merged_in_any_order() {
        BusinessCalendar merged = BusinessCalendar.builder(OSLO)
                .open(MONDAY, "12:00-17:00", "09:00-11:00", "20:00-22:00")
                .open(EnumSet.of(MONDAY, SATURDAY), "10:00-12:00")
                .open(MONDAY, "21:00-04:00")
                .build();

        assertThat(merged)
                .isEqualTo(BusinessCalendar.builder(OSLO)
                        .open(SATURDAY, "10:00-12:00")
                        .open(MONDAY, "09:00-17:00", "20:00-04:00")
                        .build());
    }

    @Test
    void calendars_are_equal_by_definition() {
        assertThat(BusinessCalendar.standard(OSLO)).isEqualTo(standard).hasSameHashCodeAs(standard);
        assertThat(christmas("24 Dec")).isEqualTo(christmas("24 Dec")).hasSameHashCodeAs(christmas("24 Dec"));
        assertThat(christmas("24 Dec")).isNotEqualTo(christmas("Christmas Eve")).isNotEqualTo(standard);
        assertThat(standard)
                .isNotEqualTo(BusinessCalendar.roundTheClock(OSLO))
                .isNotEqualTo(BusinessCalendar.standard(ZoneId.of("Europe/Berlin")))
                .hasToString(
                        "BusinessCalendar[Europe/Oslo, 5 weekdays, 0 special days, 0 holiday rules, united with 0]");
        assertThat(standard.zone()).isEqualTo(OSLO);
    }

    @Test
    void a_builder_used_on_leaves_calendars_already_made_alone() {
        BusinessCalendar.Builder builder = BusinessCalendar.builder(OSLO).open(WEEKDAYS, "09:00-17:00");
        BusinessCalendar before = builder.build();
        builder.open(SATURDAY, "10:00-14:00").holiday(date("2026-11-20"), "closed");

        assertThat(before).isEqualTo(standard);
        assertThat(before.isOpen(at("2026-11-20T10:00+01:00"))).isTrue();
    }

    @Test
    void a_weekday_is_overridden_in_a_copy() {
        BusinessCalendar shortFriday =
                standard.toBuilder().close(FRIDAY).open(FRIDAY, "09:00-12:00").build();

        assertThat(shortFriday.between(at("2026-11-20T00:00+01:00"), at("2026-11-21T00:00+01:00")))
                .isEqualTo(Duration.ofHours(3));
        assertThat(standard.toBuilder().close(FRIDAY).build().isOpen(at("2026-11-20T10:00+01:00")))
                .isFalse();
        assertThat(standard.isOpen(at("2026-11-20T16:00+01:00"))).isTrue();
    }

    private static BusinessCalendar christmas(String name) {
        return BusinessCalendar.builder(OSLO)
                .open(WEEKDAYS, "09:00-17:00")
                .holiday(date("2026-12-25"), "Christmas Day")
                .exception(date("2026-12-24"), name, "09:00-12:00")
                .build();
    }
}
