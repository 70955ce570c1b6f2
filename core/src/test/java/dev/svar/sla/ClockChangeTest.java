package dev.svar.sla;

import static dev.svar.sla.Times.ALL_DAYS;
import static dev.svar.sla.Times.at;
import static dev.svar.sla.Times.date;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked by hand from each zone's published changes. */
class ClockChangeTest {
    @ParameterizedTest
    @CsvSource({
        // Oslo: 2026-03-29 02:00 -> 03:00, 2026-10-25 03:00 -> 02:00
        "Europe/Oslo, 09:00-17:00, 2026-03-29T00:00+01:00, 2026-03-29T09:00+02:00, 2026-03-29T17:00+02:00, PT8H",
        "Europe/Oslo, 01:00-04:00, 2026-03-29T00:00+01:00, 2026-03-29T01:00+01:00, 2026-03-29T04:00+02:00, PT2H",
        "Europe/Oslo, 02:30-04:00, 2026-03-29T00:00+01:00, 2026-03-29T03:00+02:00, 2026-03-29T04:00+02:00, PT1H",
        "Europe/Oslo, 01:00-02:30, 2026-03-29T00:00+01:00, 2026-03-29T01:00+01:00, 2026-03-29T03:00+02:00, PT1H",
        "Europe/Oslo, 02:00-03:00, 2026-03-29T00:00+01:00, 2026-03-30T02:00+02:00, 2026-03-30T03:00+02:00, PT1H",
        "Europe/Oslo, 02:10-02:50, 2026-03-29T00:00+01:00, 2026-03-30T02:10+02:00, 2026-03-30T02:50+02:00, PT40M",
        "Europe/Oslo, 01:00-04:00, 2026-10-25T00:00+02:00, 2026-10-25T01:00+02:00, 2026-10-25T04:00+01:00, PT4H",
        "Europe/Oslo, 02:30-04:00, 2026-10-25T00:00+02:00, 2026-10-25T02:30+02:00, 2026-10-25T04:00+01:00, PT2H30M",
        "Europe/Oslo, 01:00-02:30, 2026-10-25T00:00+02:00, 2026-10-25T01:00+02:00, 2026-10-25T02:30+01:00, PT2H30M",
        "Europe/Oslo, 02:10-02:50, 2026-10-25T00:00+02:00, 2026-10-25T02:10+02:00, 2026-10-25T02:50+01:00, PT1H40M",
        "Europe/Oslo, 01:00-02:00, 2026-10-25T00:00+02:00, 2026-10-25T01:00+02:00, 2026-10-25T02:00+01:00, PT2H",
        "Europe/Oslo, 03:00-04:00, 2026-10-25T00:00+02:00, 2026-10-25T03:00+01:00, 2026-10-25T04:00+01:00, PT1H",
        "Europe/Oslo, 22:00-06:00, 2026-10-24T12:00+02:00, 2026-10-24T22:00+02:00, 2026-10-25T06:00+01:00, PT9H",
        "Europe/Oslo, 22:00-06:00, 2026-03-28T12:00+01:00, 2026-03-28T22:00+01:00, 2026-03-29T06:00+02:00, PT7H",
        // New York: 2026-03-08 02:00 -> 03:00, 2026-11-01 02:00 -> 01:00
        "America/New_York, 01:30-03:30, 2026-03-08T00:00-05:00, 2026-03-08T01:30-05:00, 2026-03-08T03:30-04:00, PT1H",
        "America/New_York, 01:30-03:30, 2026-11-01T00:00-04:00, 2026-11-01T01:30-04:00, 2026-11-01T03:30-05:00, PT3H",
        "America/New_York, 01:00-02:00, 2026-11-01T00:00-04:00, 2026-11-01T01:00-04:00, 2026-11-01T02:00-05:00, PT2H",
        // Lord Howe, half an hour: 2026-04-05 02:00 -> 01:30, 2026-10-04 02:00 -> 02:30
        "Australia/Lord_Howe, 01:00-03:00, 2026-04-05T00:00+11:00, 2026-04-05T01:00+11:00, 2026-04-05T03:00+10:30, PT2H30M",
        "Australia/Lord_Howe, 01:45-01:50, 2026-04-05T00:00+11:00, 2026-04-05T01:45+11:00, 2026-04-05T01:50+10:30, PT35M",
        "Australia/Lord_Howe, 02:15-03:00, 2026-10-04T00:00+10:30, 2026-10-04T02:30+11:00, 2026-10-04T03:00+11:00, PT30M",
        // Sao Paulo, at midnight: 2018-11-04 00:00 -> 01:00, 2018-02-18 00:00 -> 2018-02-17 23:00
        "America/Sao_Paulo, 00:00-03:00, 2018-11-03T12:00-03:00, 2018-11-04T01:00-02:00, 2018-11-04T03:00-02:00, PT2H",
        "America/Sao_Paulo, 22:00-24:00, 2018-11-03T12:00-03:00, 2018-11-03T22:00-03:00, 2018-11-04T01:00-02:00, PT2H",
        "America/Sao_Paulo, 22:00-24:00, 2018-02-17T12:00-02:00, 2018-02-17T22:00-02:00, 2018-02-18T00:00-03:00, PT3H",
        "America/Sao_Paulo, 23:15-23:45, 2018-02-17T12:00-02:00, 2018-02-17T23:15-02:00, 2018-02-17T23:45-03:00, PT1H30M",
        // Beirut: 2026-03-29 00:00 -> 01:00
        "Asia/Beirut, 00:30-02:00, 2026-03-28T12:00+02:00, 2026-03-29T01:00+03:00, 2026-03-29T02:00+03:00, PT1H",
        // Cairo, at midnight: 2026-04-24 00:00 -> 01:00, 2026-10-30 00:00 -> 2026-10-29 23:00
        "Africa/Cairo, 00:00-02:00, 2026-04-23T12:00+02:00, 2026-04-24T01:00+03:00, 2026-04-24T02:00+03:00, PT1H",
        "Africa/Cairo, 22:00-24:00, 2026-10-29T12:00+03:00, 2026-10-29T22:00+03:00, 2026-10-30T00:00+02:00, PT3H",
        // Casablanca, for Ramadan: 2026-02-15 03:00 -> 02:00, 2026-03-22 02:00 -> 03:00
        "Africa/Casablanca, 01:00-04:00, 2026-02-15T00:00+01:00, 2026-02-15T01:00+01:00, 2026-02-15T04:00+00:00, PT4H",
        "Africa/Casablanca, 01:00-04:00, 2026-03-22T00:00+00:00, 2026-03-22T01:00+00:00, 2026-03-22T04:00+01:00, PT2H",
        // Troll, two hours: 2026-03-29 01:00 -> 03:00, 2026-10-25 03:00 -> 01:00
        "Antarctica/Troll, 00:00-06:00, 2026-03-28T12:00+00:00, 2026-03-29T00:00+00:00, 2026-03-29T06:00+02:00, PT4H",
        "Antarctica/Troll, 02:00-06:00, 2026-10-25T00:00+02:00, 2026-10-25T02:00+02:00, 2026-10-25T06:00+00:00, PT6H",
        // Monrovia, 44 minutes and 30 seconds: 1972-01-07 00:00 -> 00:44:30
        "Africa/Monrovia, 00:30-02:00, 1972-01-06T12:00+00:00, 1972-01-07T00:44:30+00:00, 1972-01-07T02:00+00:00, PT1H15M30S",
        "Africa/Monrovia, 09:00-17:00, 1972-01-06T00:00+00:00, 1972-01-06T09:00-00:44:30, 1972-01-06T17:00-00:44:30, PT8H",
        // Kwajalein never had 1993-08-21
        "Pacific/Kwajalein, 09:00-17:00, 1993-08-20T18:00-12:00, 1993-08-22T09:00+12:00, 1993-08-22T17:00+12:00, PT8H",
        // Apia never had 2011-12-30: its night shift opens when clocks jump, as the one before closes
        "Pacific/Apia, 22:00-06:00, 2011-12-29T12:00-10:00, 2011-12-29T22:00-10:00, 2011-12-31T06:00+14:00, PT8H",
        "Pacific/Apia, 09:00-17:00, 2011-12-29T18:00-10:00, 2011-12-31T09:00+14:00, 2011-12-31T17:00+14:00, PT8H",
    })
    void the_opening_after_a_time(String zone, String hours, String after, String opens, String closes, String length) {
        BusinessCalendar calendar =
                BusinessCalendar.builder(ZoneId.of(zone)).open(ALL_DAYS, hours).build();

        assertThat(calendar.nextOpen(at(after))).isEqualTo(at(opens));
        assertThat(calendar.nextClose(at(after))).isEqualTo(at(closes));
        assertThat(calendar.between(at(after), at(closes))).isEqualTo(Duration.parse(length));
        assertThat(calendar.plus(at(after), Duration.parse(length))).isEqualTo(at(closes));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Oslo,         2026-03-29, PT23H",
        "Europe/Oslo,         2026-10-25, PT25H",
        "Europe/Oslo,         2026-10-26, PT24H",
        "America/New_York,    2026-03-08, PT23H",
        "America/New_York,    2026-11-01, PT25H",
        "Australia/Lord_Howe, 2026-04-05, PT24H30M",
        "Australia/Lord_Howe, 2026-10-04, PT23H30M",
        "America/Sao_Paulo,   2018-11-04, PT23H",
        "America/Sao_Paulo,   2018-02-17, PT25H",
        "Asia/Tehran,         2022-03-22, PT23H",
    })
    void a_whole_day_is_as_long_as_it_is(String zone, String date, String length) {
        BusinessCalendar calendar = BusinessCalendar.builder(ZoneId.of(zone))
                .exception(date(date), "the only day", "00:00-24:00")
                .build();

        assertThat(calendar.between(at("2000-01-01T00:00Z"), at("2100-01-01T00:00Z")))
                .isEqualTo(Duration.parse(length));
    }

    @Test
    void hours_that_a_repeated_hour_makes_overlap_count_once() {
        BusinessCalendar calendar = BusinessCalendar.builder(Times.OSLO)
                .open(ALL_DAYS, "02:00-02:20", "02:40-03:00")
                .build();

        assertThat(calendar.nextClose(at("2026-10-25T00:00+02:00"))).isEqualTo(at("2026-10-25T03:00+01:00"));
        assertThat(calendar.between(at("2026-10-25T00:00+02:00"), at("2026-10-25T12:00+01:00")))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void a_holiday_after_a_midnight_that_comes_twice_closes_both() {
        // Havana: 2026-11-01 01:00 -> 00:00, so the holiday's first hour comes twice
        BusinessCalendar calendar = BusinessCalendar.builder(ZoneId.of("America/Havana"))
                .open(ALL_DAYS, "22:00-06:00")
                .holiday(date("2026-11-01"), "Sunday")
                .build();

        assertThat(calendar.nextClose(at("2026-10-31T22:00-04:00"))).isEqualTo(at("2026-11-01T00:00-04:00"));
        assertThat(calendar.nextOpen(at("2026-11-01T00:00-04:00"))).isEqualTo(at("2026-11-02T22:00-05:00"));
    }

    @Test
    void a_holiday_decides_just_its_own_instants_when_clocks_go_back_over_midnight() {
        // St. John's: 2010-11-07 00:01 -> 2010-11-06 23:01, so the holiday begins, is left for 59 minutes and goes on
        BusinessCalendar calendar = BusinessCalendar.builder(ZoneId.of("America/St_Johns"))
                .open(ALL_DAYS, "22:00-06:00")
                .holiday(date("2010-11-07"), "Sunday")
                .build();

        assertThat(calendar.nextClose(at("2010-11-06T22:00-02:30"))).isEqualTo(at("2010-11-07T00:00-02:30"));
        assertThat(calendar.nextOpen(at("2010-11-07T00:00-02:30"))).isEqualTo(at("2010-11-06T23:01-03:30"));
        assertThat(calendar.nextClose(at("2010-11-06T23:01-03:30"))).isEqualTo(at("2010-11-07T00:00-03:30"));
    }

    @Test
    void hours_after_a_midnight_that_comes_twice_leave_the_holiday_before_it_closed() {
        BusinessCalendar calendar = BusinessCalendar.builder(ZoneId.of("America/St_Johns"))
                .open(ALL_DAYS, "00:00-06:00")
                .holiday(date("2010-11-06"), "Saturday")
                .build();

        assertThat(calendar.nextOpen(at("2010-11-06T06:00-02:30"))).isEqualTo(at("2010-11-07T00:00-02:30"));
        assertThat(calendar.nextClose(at("2010-11-07T00:00-02:30"))).isEqualTo(at("2010-11-06T23:01-03:30"));
        assertThat(calendar.nextOpen(at("2010-11-06T23:01-03:30"))).isEqualTo(at("2010-11-07T00:00-03:30"));
    }

    @Test
    void hours_on_both_sides_of_a_midnight_that_comes_twice_join_without_a_gap() {
        BusinessCalendar calendar = BusinessCalendar.builder(ZoneId.of("America/St_Johns"))
                .open(ALL_DAYS, "22:00-06:00")
                .exception(date("2010-11-07"), "Sunday", "00:00-06:00")
                .build();

        assertThat(calendar.nextClose(at("2010-11-06T22:00-02:30"))).isEqualTo(at("2010-11-07T06:00-03:30"));
        assertThat(calendar.between(at("2010-11-06T22:00-02:30"), at("2010-11-07T06:00-03:30")))
                .isEqualTo(Duration.ofHours(9));
    }

    @Test
    void hours_of_almost_a_day_keep_off_a_holiday_two_dates_on() {
        // Friday's hours end at the second 23:58 of Saturday, after the first minute of Sunday came and went
        BusinessCalendar calendar = BusinessCalendar.builder(ZoneId.of("America/St_Johns"))
                .open(DayOfWeek.FRIDAY, "23:59-23:58")
                .holiday(date("2010-11-07"), "Sunday")
                .build();

        assertThat(calendar.nextClose(at("2010-11-05T23:59-02:30"))).isEqualTo(at("2010-11-07T00:00-02:30"));
        assertThat(calendar.nextOpen(at("2010-11-07T00:00-02:30"))).isEqualTo(at("2010-11-06T23:01-03:30"));
        assertThat(calendar.nextClose(at("2010-11-06T23:01-03:30"))).isEqualTo(at("2010-11-06T23:58-03:30"));
    }

    @Test
    void a_shift_into_a_holiday_whose_midnight_is_skipped_ends_when_clocks_jump() {
        BusinessCalendar calendar = BusinessCalendar.builder(ZoneId.of("America/Sao_Paulo"))
                .open(ALL_DAYS, "22:00-06:00")
                .holiday(date("2018-11-04"), "Sunday")
                .build();

        assertThat(calendar.nextClose(at("2018-11-03T22:00-03:00"))).isEqualTo(at("2018-11-04T01:00-02:00"));
        assertThat(calendar.nextOpen(at("2018-11-04T01:00-02:00"))).isEqualTo(at("2018-11-05T22:00-02:00"));
    }
}
