package dev.svar.sla;

import static dev.svar.sla.Times.OSLO;
import static dev.svar.sla.Times.WEEKDAYS;
import static dev.svar.sla.Times.at;
import static dev.svar.sla.Times.date;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {
    @ParameterizedTest
    @CsvSource({
        // year, western, orthodox: from the tables of the churches
        "1970, 1970-03-29, 1970-04-26",
        "1981, 1981-04-19, 1981-04-26",
        "2000, 2000-04-23, 2000-04-30",
        "2008, 2008-03-23, 2008-04-27",
        "2011, 2011-04-24, 2011-04-24",
        "2024, 2024-03-31, 2024-05-05",
        "2025, 2025-04-20, 2025-04-20",
        "2026, 2026-04-05, 2026-04-12",
        "2027, 2027-03-28, 2027-05-02",
        "2038, 2038-04-25, 2038-04-25",
        "2049, 2049-04-18, 2049-04-25",
        "2076, 2076-04-19, 2076-04-26",
    })
    void easter_sundays(int year, LocalDate western, LocalDate orthodox) {
        assertThat(Holidays.easter(0, "Easter").in(year)).containsExactly(new Holiday(western, "Easter"));
        assertThat(Holidays.orthodoxEaster(0, "Pascha").in(year)).containsExactly(new Holiday(orthodox, "Pascha"));
    }

    @Test
    void easter_is_a_sunday_of_spring_in_every_year() {
        for (int year = 1970; year < 2200; year++) {
            LocalDate western = Easter.WESTERN.sunday(year);
            LocalDate orthodox = Easter.ORTHODOX.sunday(year);
            assertThat(List.of(western.getDayOfWeek(), orthodox.getDayOfWeek()))
                    .containsExactly(DayOfWeek.SUNDAY, DayOfWeek.SUNDAY);
            assertThat(western).isBetween(LocalDate.of(year, 3, 22), LocalDate.of(year, 4, 25));
            assertThat(orthodox).isBetween(LocalDate.of(year, 4, 4), LocalDate.of(year, 5, 10));
            assertThat(orthodox).isAfterOrEqualTo(western);
        }
    }

    @Test
    void days_are_counted_from_easter_in_both_directions() {
        assertThat(dates(Holidays.easter(-2, "Good Friday"), 2026)).containsExactly("2026-04-03");
        assertThat(dates(Holidays.easter(39, "Ascension Day"), 2026)).containsExactly("2026-05-14");
        assertThat(dates(Holidays.orthodoxEaster(50, "Whit Monday"), 2026)).containsExactly("2026-06-01");
    }

    @Test
    void a_fixed_date_may_be_29_february() {
        assertThat(dates(Holidays.everyYear(MonthDay.of(12, 25), "Christmas"), 2026))
                .containsExactly("2026-12-25");
        assertThat(dates(Holidays.everyYear(MonthDay.of(2, 29), "leap day"), 2028))
                .containsExactly("2028-02-29");
        assertThat(dates(Holidays.everyYear(MonthDay.of(2, 29), "leap day"), 2027))
                .isEmpty();
    }

    @Test
    void a_weekday_is_counted_from_either_end_of_a_month() {
        assertThat(dates(Holidays.everyYear(4, DayOfWeek.THURSDAY, Month.NOVEMBER, "Thanksgiving"), 2026))
                .containsExactly("2026-11-26");
        assertThat(dates(Holidays.everyYear(-1, DayOfWeek.MONDAY, Month.MAY, "Memorial Day"), 2026))
                .containsExactly("2026-05-25");
        Holidays fifth = Holidays.everyYear(5, DayOfWeek.SUNDAY, Month.MAY, "fifth Sunday");
        assertThat(dates(fifth, 2026)).containsExactly("2026-05-31");
        assertThat(dates(fifth, 2025)).isEmpty();
        assertThat(dates(Holidays.everyYear(-5, DayOfWeek.SUNDAY, Month.MAY, "fifth from the end"), 2025))
                .isEmpty();
    }

    @Test
    void midsummer_day_is_the_saturday_between_20_and_26_june() {
        Holidays midsummer = Holidays.everyYear(DayOfWeek.SATURDAY, MonthDay.of(6, 20), "Midsummer Day");

        assertThat(dates(midsummer, 2026)).containsExactly("2026-06-20");
        assertThat(dates(midsummer, 2027)).containsExactly("2027-06-26");
    }

    @Test
    void a_weekday_on_or_after_a_late_date_may_fall_in_the_next_year() {
        Holidays sunday = Holidays.everyYear(DayOfWeek.SUNDAY, MonthDay.of(12, 29), "Sunday after Christmas");

        assertThat(dates(sunday, 2023)).containsExactly("2023-01-01", "2023-12-31");
        assertThat(dates(sunday, 2025)).isEmpty();
        assertThat(dates(sunday, 2026)).containsExactly("2026-01-04");
        assertThat(dates(sunday, 2027)).containsExactly("2027-01-03");
    }

    @Test
    void what_falls_on_a_weekend_is_observed_on_the_nearest_weekday_also_of_another_year() {
        Holidays newYear = Holidays.everyYear(MonthDay.of(1, 1), "New Year")
                .observed(Map.of(DayOfWeek.SATURDAY, -1, DayOfWeek.SUNDAY, 1));

        assertThat(dates(newYear, 2026)).containsExactly("2026-01-01");
        assertThat(dates(newYear, 2023)).containsExactly("2023-01-02");
        assertThat(dates(newYear, 2027)).containsExactly("2027-01-01", "2027-12-31");
        assertThat(dates(newYear, 2028)).isEmpty();
    }

    @Test
    void a_holiday_may_be_of_some_years_only() {
        Holidays prayerDay = Holidays.easter(26, "Great Prayer Day").between(1970, 2023);

        assertThat(dates(prayerDay, 2023)).containsExactly("2023-05-05");
        assertThat(dates(prayerDay, 2024)).isEmpty();
        assertThat(dates(prayerDay, 1969)).isEmpty();
    }

    @Test
    void a_calendar_closes_holidays_of_rules_lists_and_its_own_under_all_their_names() {
        BusinessCalendar calendar = BusinessCalendar.builder(OSLO)
                .open(WEEKDAYS, "09:00-17:00")
                .holidays(Holidays.everyYear(MonthDay.of(5, 17), "17 May").and(Holidays.easter(39, "Ascension Day")))
                .holidays(Holidays.of(List.of(new Holiday(date("2012-05-18"), "bridge"))))
                .holiday(date("2012-05-21"), "moving")
                .exception(date("2026-05-14"), "on duty", "10:00-12:00")
                .build();

        assertThat(calendar.explain(at("2012-05-17T00:00+02:00"), at("2012-05-22T00:00+02:00")))
                .extracting(CalendarSpan::reason)
                .containsExactly("holiday 17 May, Ascension Day", "holiday bridge", "outside hours", "holiday moving");
        assertThat(calendar.plus(at("2026-05-13T16:00+02:00"), Duration.ofHours(4)))
                .isEqualTo(at("2026-05-15T10:00+02:00"));
        assertThat(calendar.nextOpen(at("2199-05-16T18:00+02:00"))).isEqualTo(at("2199-05-20T09:00+02:00"));
    }

    @Test
    void a_rule_is_asked_for_a_year_once_and_only_when_it_is_needed() {
        List<Integer> asked = Collections.synchronizedList(new ArrayList<>());
        BusinessCalendar calendar = BusinessCalendar.builder(OSLO)
                .open(WEEKDAYS, "09:00-17:00")
                .holidays(year -> {
                    asked.add(year);
                    return List.of(new Holiday(LocalDate.of(year, 5, 17), "17 May"));
                })
                .build();

        assertThat(asked).isEmpty();
        assertThat(calendar.isOpen(at("2027-05-17T10:00+02:00"))).isFalse();
        assertThat(asked).contains(2027).doesNotHaveDuplicates().allMatch(year -> 2025 <= year && year <= 2029);
        calendar.explain(at("2027-01-01T00:00Z"), at("2028-01-01T00:00Z"));
        assertThat(asked).doesNotHaveDuplicates();
    }

    @Test
    void a_rule_that_names_dates_of_another_year_or_too_many_is_refused() {
        assertThatThrownBy(() -> asked(year -> List.of(new Holiday(LocalDate.of(year + 1, 1, 1), "typo"))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageMatching("holidays of 20\\d\\d hold 20\\d\\d-01-01, which lies in another year");
        assertThatThrownBy(() -> asked(year -> IntStream.rangeClosed(0, Holidays.MAX_PER_YEAR)
                        .mapToObj(i -> new Holiday(LocalDate.of(year, 1, 1), "day " + i))
                        .toList()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("holds 1001 elements, at most 1000 are allowed");
    }

    @Test
    void a_calendar_that_holidays_close_for_good_fails_at_once() {
        BusinessCalendar calendar = BusinessCalendar.builder(OSLO)
                .open(WEEKDAYS, "09:00-17:00")
                .holidays(year -> LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .map(day -> new Holiday(day, "strike"))
                        .toList())
                .build();

        assertThatThrownBy(() -> calendar.nextOpen(at("2026-01-01T00:00Z")))
                .isInstanceOfSatisfying(
                        CalendarException.class,
                        e -> assertThat(e.problem()).isEqualTo(CalendarException.Problem.BEYOND_SEARCH_LIMIT));
    }

    @Test
    void holidays_are_equal_if_they_are_made_alike() {
        assertThat(norwegian()).isEqualTo(norwegian()).hasSameHashCodeAs(norwegian());
        assertThat(norwegian().and(Holidays.easter(0, "Easter"))).isNotEqualTo(norwegian());
        assertThat(BusinessCalendar.standard(OSLO).toBuilder()
                        .holidays(norwegian())
                        .build())
                .isEqualTo(BusinessCalendar.standard(OSLO).toBuilder()
                        .holidays(norwegian())
                        .build())
                .isNotEqualTo(BusinessCalendar.standard(OSLO));
    }

    @Test
    void what_rules_are_made_of_is_checked() {
        assertThatThrownBy(() -> Holidays.everyYear(0, DayOfWeek.MONDAY, Month.MAY, "none"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("nth is 0, it must be from 1 to 5 or from -1 to -5");
        assertThatThrownBy(() -> Holidays.easter(101, "far")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Holidays.easter(0, "two\nlines")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Holidays.easter(0, "x").observed(Map.of(DayOfWeek.SUNDAY, 32)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Holidays.easter(0, "x").between(2000, 1999)).isInstanceOf(InvalidValueException.class);
        BusinessCalendar.Builder full = BusinessCalendar.standard(OSLO).toBuilder();
        IntStream.range(0, BusinessCalendar.MAX_HOLIDAY_RULES).forEach(i -> full.holidays(norwegian()));
        assertThatThrownBy(() -> full.holidays(norwegian())).isInstanceOf(InvalidValueException.class);
    }

    private static Holidays norwegian() {
        return Holidays.everyYear(MonthDay.of(5, 17), "17 May")
                .and(Holidays.easter(-2, "Good Friday"), Holidays.easter(1, "Easter Monday"));
    }

    private static void asked(Holidays holidays) {
        BusinessCalendar.standard(OSLO).toBuilder().holidays(holidays).build().isOpen(at("2027-05-17T10:00+02:00"));
    }

    private static List<String> dates(Holidays holidays, int year) {
        return holidays.in(year).stream()
                .map(holiday -> holiday.date().toString())
                .sorted()
                .toList();
    }
}
