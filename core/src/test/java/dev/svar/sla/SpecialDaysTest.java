package dev.svar.sla;

import static dev.svar.sla.Times.ALL_DAYS;
import static dev.svar.sla.Times.OSLO;
import static dev.svar.sla.Times.WEEKDAYS;
import static dev.svar.sla.Times.at;
import static dev.svar.sla.Times.date;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.svar.error.InvalidValueException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpecialDaysTest {
    @Test
    void a_holiday_is_skipped() {
        // 17 May 2027 is a Monday
        BusinessCalendar calendar =
                weekdays().holiday(date("2027-05-17"), "17 May").build();

        assertThat(calendar.plus(at("2027-05-14T16:00+02:00"), Duration.ofHours(2)))
                .isEqualTo(at("2027-05-18T10:00+02:00"));
    }

    @Test
    void a_night_shift_ends_at_midnight_when_a_holiday_begins_and_none_starts_on_it() {
        BusinessCalendar calendar =
                nights().holiday(date("2026-12-25"), "Christmas").build();

        assertThat(calendar.nextClose(at("2026-12-24T22:00+01:00"))).isEqualTo(at("2026-12-25T00:00+01:00"));
        assertThat(calendar.nextOpen(at("2026-12-25T00:00+01:00"))).isEqualTo(at("2026-12-26T22:00+01:00"));
    }

    @Test
    void an_exception_replaces_the_hours_of_its_date() {
        BusinessCalendar calendar = weekdays()
                .exception(date("2026-12-24"), "Christmas Eve", "09:00-10:00", "11:00-12:00")
                .exception(date("2026-12-26"), "sales", "10:00-14:00")
                .exception(date("2026-12-28"), "stock-taking")
                .build();

        assertThat(calendar.plus(at("2026-12-24T09:00+01:00"), Duration.ofHours(2)))
                .isEqualTo(at("2026-12-24T12:00+01:00"));
        assertThat(calendar.between(at("2026-12-24T00:00+01:00"), at("2026-12-25T00:00+01:00")))
                .isEqualTo(Duration.ofHours(2));
        assertThat(calendar.between(at("2026-12-26T00:00+01:00"), at("2026-12-29T00:00+01:00")))
                .isEqualTo(Duration.ofHours(4));
    }

    @Test
    void an_exception_cuts_the_shift_of_the_evening_before_and_runs_on_past_midnight_itself() {
        BusinessCalendar calendar = nights().exception(date("2026-12-24"), "moved", "04:00-05:00", "20:00-07:00")
                .build();

        assertThat(calendar.nextClose(at("2026-12-23T22:00+01:00"))).isEqualTo(at("2026-12-24T00:00+01:00"));
        assertThat(calendar.nextOpen(at("2026-12-24T00:00+01:00"))).isEqualTo(at("2026-12-24T04:00+01:00"));
        assertThat(calendar.nextClose(at("2026-12-24T20:00+01:00"))).isEqualTo(at("2026-12-25T07:00+01:00"));
    }

    @Test
    void an_exception_past_midnight_ends_there_if_the_next_date_is_special() {
        BusinessCalendar calendar = nights().exception(date("2026-12-24"), "long", "20:00-07:00")
                .holiday(date("2026-12-25"), "Christmas")
                .exception(date("2026-12-30"), "long", "20:00-07:00")
                .exception(date("2026-12-31"), "short", "03:00-04:00")
                .build();

        assertThat(calendar.nextClose(at("2026-12-24T20:00+01:00"))).isEqualTo(at("2026-12-25T00:00+01:00"));
        assertThat(calendar.nextClose(at("2026-12-30T20:00+01:00"))).isEqualTo(at("2026-12-31T00:00+01:00"));
        assertThat(calendar.nextOpen(at("2026-12-31T00:00+01:00"))).isEqualTo(at("2026-12-31T03:00+01:00"));
    }

    @Test
    void two_holidays_on_one_date_close_it_under_both_names() {
        BusinessCalendar calendar = weekdays()
                .holiday(date("2012-05-17"), "17 May")
                .holiday(date("2012-05-17"), "Ascension Day")
                .holiday(date("2012-05-17"), "17 May")
                .build();

        assertThat(calendar.explain(at("2012-05-17T10:00+02:00"), at("2012-05-17T11:00+02:00")))
                .extracting(CalendarSpan::reason)
                .containsExactly("holiday 17 May, Ascension Day");
    }

    @Test
    void an_exception_overrides_a_holiday_of_its_date_whichever_comes_first() {
        LocalDate day = date("2026-12-24");
        BusinessCalendar works =
                weekdays().holiday(day, "a").exception(day, "b", "09:00-12:00").build();

        assertThat(weekdays()
                        .exception(day, "b", "09:00-12:00")
                        .holiday(day, "a")
                        .build())
                .isEqualTo(works);
        assertThat(works.explain(at("2026-12-24T11:00+01:00"), at("2026-12-24T13:00+01:00")))
                .extracting(CalendarSpan::counted, CalendarSpan::reason)
                .containsExactly(tuple(true, "exception b"), tuple(false, "exception b"));
    }

    @Test
    void a_date_has_one_exception() {
        LocalDate day = date("2026-12-24");
        assertThatThrownBy(() -> weekdays().exception(day, "a").exception(day, "b"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("exception is on 2026-12-24, which has an exception already");
    }

    @Test
    void dates_and_names_are_checked() {
        assertThatThrownBy(() -> weekdays().holiday(date("2026-12-25"), " "))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("holiday is blank");
        assertThatThrownBy(() -> weekdays().exception(date("2026-12-25"), "two\nlines"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("exception holds the control character");
        assertThatThrownBy(() -> weekdays().holiday(LocalDate.of(20226, 1, 1), "typo"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("year of holiday typo is 20226, it must be from 1970 to 2199");
    }

    @Test
    void the_number_of_special_days_is_bounded() {
        BusinessCalendar.Builder full = weekdays();
        IntStream.range(0, BusinessCalendar.MAX_SPECIAL_DAYS)
                .forEach(i -> full.holiday(date("2000-01-01").plusDays(i), "day"));

        assertThatThrownBy(() -> full.holiday(date("1999-01-01"), "one too many"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("10001");
        assertThat(full.build().nextOpen(at("2000-01-01T00:00Z"))).isEqualTo(at("2027-05-19T09:00+02:00"));
    }

    private static BusinessCalendar.Builder weekdays() {
        return BusinessCalendar.builder(OSLO).open(WEEKDAYS, "09:00-17:00");
    }

    private static BusinessCalendar.Builder nights() {
        return BusinessCalendar.builder(OSLO).open(ALL_DAYS, "22:00-06:00");
    }
}
