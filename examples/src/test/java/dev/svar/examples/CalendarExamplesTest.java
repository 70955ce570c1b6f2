package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.sla.Holiday;
import dev.svar.sla.Holidays;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class CalendarExamplesTest {
    @Test
    void three_offices_answer_sooner_than_one() {
        assertThat(printed(FollowTheSun::run))
                .containsExactly(
                        "Asked 2027-05-14T13:00:00Z, promised within 12 business hours",
                        "Oslo alone:        due 2027-05-19T09:00:00Z",
                        "Following the sun: due 2027-05-17T01:00:00Z",
                        "",
                        "2027-05-14T13:00:00Z to 2027-05-14T15:00:00Z counts: open",
                        "2027-05-14T15:00:00Z to 2027-05-14T23:00:00Z counts: open, Denver",
                        "2027-05-14T23:00:00Z to 2027-05-16T22:00:00Z skipped: outside hours",
                        "2027-05-16T22:00:00Z to 2027-05-16T23:00:00Z skipped: holiday 17 May",
                        "2027-05-16T23:00:00Z to 2027-05-17T01:00:00Z counts: open, Sydney");
    }

    @Test
    void a_promise_keeps_clear_of_the_holidays_of_a_country_and_of_the_company() {
        assertThat(printed(HolidaysFromJollyday::run))
                .startsWith("Promised within 44 business hours of 2026-05-13T14:00:00Z: 2026-05-25T13:00:00Z")
                .anyMatch(line -> line.contains("holiday Ascension"))
                .anyMatch(line -> line.contains("holiday Constitution"))
                .anyMatch(line -> line.contains("exception moving in"));
    }

    @Test
    void the_rules_of_core_and_those_of_jollyday_agree_on_the_holidays_of_two_churches() {
        Holidays norway = Holidays.everyYear(MonthDay.of(1, 1), "New Year")
                .and(
                        Holidays.everyYear(MonthDay.of(5, 1), "1 May"),
                        Holidays.everyYear(MonthDay.of(5, 17), "17 May"),
                        Holidays.everyYear(MonthDay.of(12, 25), "Christmas Day"),
                        Holidays.everyYear(MonthDay.of(12, 26), "Second day of Christmas"));
        for (int days : new int[] {-3, -2, 0, 1, 39, 49, 50}) {
            norway = norway.and(Holidays.easter(days, "Easter and " + days));
        }
        Holidays midsummer = Holidays.everyYear(DayOfWeek.SATURDAY, MonthDay.of(6, 20), "Midsummer Day");
        Holidays jollydayNorway = HolidaysFromJollyday.publicHolidays("no");
        Holidays sweden = HolidaysFromJollyday.publicHolidays("se");
        Holidays greece = HolidaysFromJollyday.publicHolidays("gr");
        for (int year = 1970; year < 2200; year++) {
            assertThat(dates(norway.in(year))).as("Norway %s", year).isEqualTo(dates(jollydayNorway.in(year)));
            assertThat(dates(sweden.in(year))).as("Sweden %s", year).containsAll(dates(midsummer.in(year)));
            assertThat(dates(greece.in(year)))
                    .as("Greece %s", year)
                    .containsAll(
                            dates(Holidays.orthodoxEaster(1, "Easter Monday").in(year)));
        }
    }

    private static List<LocalDate> dates(Collection<Holiday> holidays) {
        return holidays.stream().map(Holiday::date).distinct().sorted().toList();
    }

    private static List<String> printed(Consumer<PrintStream> example) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        example.accept(new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
