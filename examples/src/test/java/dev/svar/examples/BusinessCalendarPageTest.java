package dev.svar.examples;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.CalendarSpan;
import dev.svar.sla.Holidays;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code of docs/business-calendar.md. */
final class BusinessCalendarPageTest {
    private final BusinessCalendar oslo = BusinessCalendar.builder(ZoneId.of("Europe/Oslo"))
            .open(EnumSet.range(MONDAY, THURSDAY), "09:00-12:00", "13:00-17:00")
            .open(FRIDAY, "09:00-15:00")
            .holidays(Holidays.everyYear(MonthDay.of(5, 17), "17 May"))
            .exception(LocalDate.parse("2026-12-24"), "Christmas Eve", "09:00-12:00")
            .build();

    @Test
    void questions_and_answers() {
        Instant friday = Instant.parse("2027-05-14T12:00:00Z"); // 14:00 in Oslo

        Instant due = oslo.plus(friday, Duration.ofHours(2)); // one hour on Friday, none on Monday, the 17th
        assertThat(due).isEqualTo("2027-05-18T08:00:00Z");
        assertThat(oslo.between(friday, due)).isEqualTo(Duration.ofHours(2));
        assertThat(oslo.isOpen(friday)).isTrue();
        assertThat(oslo.nextClose(friday)).isEqualTo("2027-05-14T13:00:00Z");
        assertThat(oslo.nextOpen(Instant.parse("2027-05-14T13:00:00Z"))).isEqualTo("2027-05-18T07:00:00Z");

        assertThat(oslo.explain(friday, due))
                .extracting(CalendarSpan::counted, CalendarSpan::reason)
                .containsExactly(
                        tuple(true, "open"),
                        tuple(false, "outside hours"),
                        tuple(false, "holiday 17 May"),
                        tuple(false, "outside hours"),
                        tuple(true, "open"));
    }

    @Test
    void rules() {
        Holidays norway = Holidays.everyYear(MonthDay.of(5, 17), "17 May")
                .and(Holidays.easter(-2, "Good Friday"), Holidays.easter(1, "Easter Monday"));
        Holidays greece = Holidays.orthodoxEaster(50, "Whit Monday");
        Holidays sweden = Holidays.everyYear(SATURDAY, MonthDay.of(6, 20), "Midsummer Day");
        Holidays america = Holidays.everyYear(4, THURSDAY, Month.NOVEMBER, "Thanksgiving")
                .and(Holidays.everyYear(MonthDay.of(7, 4), "Independence Day")
                        .observed(Map.of(SATURDAY, -1, SUNDAY, 1)));
        Holidays denmark = Holidays.easter(26, "Great Prayer Day").between(1970, 2023);

        assertThat(norway.and(greece, sweden, america, denmark).in(2026))
                .extracting(day -> day.date() + " " + day.name())
                .containsExactly(
                        "2026-05-17 17 May",
                        "2026-04-03 Good Friday",
                        "2026-04-06 Easter Monday",
                        "2026-06-01 Whit Monday",
                        "2026-06-20 Midsummer Day",
                        "2026-11-26 Thanksgiving",
                        "2026-07-03 Independence Day");
    }

    @Test
    void a_stream() throws IOException {
        InputStream in = new ByteArrayInputStream("""
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20261228
                DTEND;VALUE=DATE:20270101
                SUMMARY:Company closed
                END:VEVENT
                END:VCALENDAR
                """.getBytes(StandardCharsets.UTF_8));

        Holidays own = Holidays.fromICalendar(in);
        BusinessCalendar company = oslo.toBuilder().holidays(own).build();

        assertThat(company.nextOpen(Instant.parse("2026-12-28T08:00:00Z"))).isEqualTo("2027-01-01T08:00:00Z");
    }

    @Test
    void overrides() {
        BusinessCalendar onDuty = oslo.toBuilder()
                .exception(LocalDate.parse("2027-05-17"), "on duty", "10:00-14:00")
                .build();

        assertThat(onDuty.isOpen(Instant.parse("2027-05-17T10:00:00Z"))).isTrue();
        assertThat(oslo.isOpen(Instant.parse("2027-05-17T10:00:00Z"))).isFalse();
    }
}
