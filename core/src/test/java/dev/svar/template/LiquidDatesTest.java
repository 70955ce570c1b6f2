package dev.svar.template;

import static dev.svar.template.Liquid.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LiquidDatesTest {
    private static String now(String format, String locale, String zone) {
        return Liquid.date("{{ at | date: format }}", Map.of("at", NOW, "format", format), locale, zone);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            quoteCharacter = '`',
            value = {
                "%Y-%m-%d=2026-03-05",
                "%F %T=2026-03-05 15:07:09",
                "%H:%M:%S %R=15:07:09 15:07",
                "%-d/%-m %y=5/3 26",
                "[%e]=[ 5]",
                "[%l:%M %p]=[ 3:07 PM]",
                "%I %-I %k %P=03 3 15 pm",
                "%B %b %A %a=March Mar Thursday Thu",
                "%^B %^a %#p=MARCH THU pm",
                "%j %-j %u %w=064 64 4 4",
                "%Z %z %:z=CET +0100 +01:00",
                "%s=1772719629",
                "%L %3N %6N=123 123 123456",
                "%_m|%05d|%_3H= 3|00005| 15",
                "%D %x %X %r=03/05/26 03/05/26 15:07:09 03:07:09 PM",
                "%G-W%V %U %W=2026-W10 09 09",
                "%C 100%%=20 100%",
                "%Ey %Od %EH %#Z=26 05 %EH cet",
                "[%12A|%-12A|%012A]=[    Thursday|Thursday|0000Thursday]",
                "%12N %1L=123456000000 1",
                "%Q %=%Q %",
            })
    void a_date_is_written_by_its_format(String format, String expected) {
        assertThat(Liquid.date("{{ at | date: format }}x", Map.of("at", NOW, "format", format), "en", "Europe/Oslo"))
                .isEqualTo((format.startsWith("%_m") ? " " : "") + expected + "x");
    }

    @ParameterizedTest
    @CsvSource({
        "ru, %-d %B %Y, 5 марта 2026",
        "ru, %B %Y, март 2026",
        "ru, %A, четверг",
        "fi, %-d. %B %Y, 5. maaliskuuta 2026",
        "fi, %B %Y, maaliskuu 2026",
        "nb, %A %-d. %B, torsdag 5. mars",
        "sv, %A %-d %B, torsdag 5 mars",
        "hu, %Y. %B %-d., 2026. március 5.",
        "en, %B %-d, March 5",
    })
    void names_are_those_of_the_locale_in_the_form_that_fits(String locale, String format, String expected) {
        assertThat(now(format, locale, "UTC")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "now=2026-03-05 15:07 +0100",
                "Today=2026-03-05 15:07 +0100",
                "0=1970-01-01 01:00 +0100",
                "2026-07-01=2026-07-01 00:00 +0200",
                "2026/7/1 8:05=2026-07-01 08:05 +0200",
                "2026-07-01T08:05:09Z=2026-07-01 08:05 +0000",
                "2026-07-01T08:05:09.123+03:00=2026-07-01 08:05 +0300",
                "2026-07-01 08:05:09 -0130=2026-07-01 08:05 -0130",
                "2026-07-01 08:05:09 UTC=2026-07-01 08:05 +0000",
                "March 14, 2016=2016-03-14 00:00 +0100",
                "14 Mar 2016 09:30=2016-03-14 09:30 +0100",
                "Sun, 06 Nov 1994 08:49:37 GMT=1994-11-06 08:49 +0000",
                "5.3.2026=2026-03-05 00:00 +0100",
                "05/07/2026 14:07=2026-07-05 14:07 +0200",
                "2026.7.5=2026-07-05 00:00 +0200",
                "5-Jul-2026 8:05=2026-07-05 08:05 +0200",
                "July 1st, 2026 at 8:05 PM=2026-07-01 20:05 +0200",
                "2nd of july2026 12:15 a.m.=2026-07-02 00:15 +0200",
                "2026-07-01 12pm=2026-07-01 12:00 +0200",
                "2026-07-01 08:05:09,5=2026-07-01 08:05 +0200",
                "20260701T080509-0130=2026-07-01 08:05 -0130",
                "Wed, 01 Jul 2026 08:05:09 PDT=2026-07-01 08:05 -0700",
                "8:05=2026-03-05 08:05 +0100",
                "8:05 5-7-2026=2026-07-05 08:05 +0200",
                "0070-03-14 UTC=0070-03-14 00:00 +0000",
                "2026-07-01 08:05:09+02=2026-07-01 08:05 +0200",
                "2026-07-01T08:05-03=2026-07-01 08:05 -0300",
                "2026-07-01T24:00:00Z=2026-07-02 00:00 +0000",
                "2026-12-31 24:00=2027-01-01 00:00 +0100",
                "2026-07-01 24:01=2026-07-01 24:01",
                "2026-07-01 +02=2026-07-01 +02",
                "13 pm=13 pm",
                "0:30 pm=0:30 pm",
                "99 am=99 am",
                "12/31/2026=12/31/2026",
                "5.7=5.7",
                "th 5 July=th 5 July",
                "5 July 2026 2027=5 July 2026 2027",
                "5 July 2026 or so=5 July 2026 or so",
                "2026-July-x=2026-July-x",
                "tomorrow=tomorrow",
                "2026-02-30=2026-02-30",
                "12:75=12:75",
                "2026-07-01T08:05+99:00=2026-07-01T08:05+99:00",
                "x-1=x-1",
                "1:2:3:4=1:2:3:4",
            })
    void a_text_that_says_a_date_is_read_and_any_other_stays(String text, String expected) {
        assertThat(Liquid.date("{{ t | date: '%Y-%m-%d %H:%M %z' }}", Map.of("t", text), "en", "Europe/Oslo"))
                .isEqualTo(expected);
    }

    @Test
    void a_local_date_and_seconds_are_dates_too() {
        Map<String, Object> data = Map.of("day", LocalDate.of(2026, 12, 24), "seconds", 1772719629);
        assertThat(Liquid.date("{{ day | date: '%d.%m.%Y' }} {{ seconds | date: '%R' }}", data, "en", "UTC"))
                .isEqualTo("24.12.2026 14:07");
    }

    @Test
    void a_point_in_time_prints_in_the_zone() {
        assertThat(Liquid.date("{{ t }}", Map.of("t", NOW), "fi", "UTC")).isEqualTo("2026-03-05 14:07:09 UTC");
        assertThat(Liquid.date("{{ t }}", Map.of("t", NOW), "fi", "Asia/Kolkata"))
                .isEqualTo("2026-03-05 19:37:09 +0530");
    }

    @ParameterizedTest
    @CsvSource({
        "+1000000000-12-31T23:59:59.999999999Z",
        "-1000000000-01-01T00:00:00Z",
    })
    void a_point_in_time_beyond_all_calendars_prints_in_utc(Instant time) {
        assertThat(Liquid.date(
                        "{{ t }} {{ t | append: '' }} {{ t | date: '%Y' }}", Map.of("t", time), "fi", "Europe/Oslo"))
                .isEqualTo(time + " " + time + " " + time);
    }

    @Test
    void nil_and_an_empty_format_change_nothing() {
        assertThat(Liquid.render("[{{ nil | date: '%Y' }}{{ 'now' | date: '' }}]", Map.of()))
                .isEqualTo("[now]");
    }

    @Test
    void points_in_time_can_be_compared() {
        assertThat(Liquid.render("{% if a < b %}yes{% endif %}", Map.of("a", NOW, "b", NOW.plusNanos(1))))
                .isEqualTo("yes");
    }
}
