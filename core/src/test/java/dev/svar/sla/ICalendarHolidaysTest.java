package dev.svar.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ICalendarHolidaysTest {
    private static final String START = "DTSTART;VALUE=DATE:";

    @Test
    void whole_days_are_read_with_their_names_and_ends_are_excluded() {
        Holidays holidays = read(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Example//Holidays//EN",
                "BEGIN:VTIMEZONE",
                "TZID:Europe/Oslo",
                "BEGIN:STANDARD",
                "DTSTART:19701025T030000",
                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                "END:STANDARD",
                "END:VTIMEZONE",
                "BEGIN:VEVENT",
                "UID:1@example",
                "DTSTAMP:20260101T000000Z",
                "DTSTART;VALUE=DATE:20261225",
                "DTEND;VALUE=DATE:20261227",
                "SUMMARY;LANGUAGE=en:Christmas\\, both days",
                "TRANSP:TRANSPARENT",
                "BEGIN:VALARM",
                "DURATION:PT15M",
                "SUMMARY:not the event's",
                "END:VALARM",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "DTSTART;VALUE=DATE:20261231",
                "DURATION:P2D",
                "SUMMARY:Turn of the year",
                "END:VEVENT",
                "begin:vevent",
                "dtstart;x-note=\"a:b;c\":20260517",
                "end:vevent",
                "BEGIN:VEVENT",
                "DTSTART;VALUE=DATE:20260401",
                "STATUS:CANCELLED",
                "END:VEVENT",
                "END:VCALENDAR");

        assertThat(told(holidays, 2026))
                .containsExactly(
                        "2026-12-25 Christmas, both days",
                        "2026-12-26 Christmas, both days",
                        "2026-12-31 Turn of the year",
                        "2026-05-17 unnamed");
        assertThat(told(holidays, 2027)).containsExactly("2027-01-01 Turn of the year");
        assertThat(told(holidays, 2028)).isEmpty();
    }

    @Test
    void folded_lines_are_joined_also_within_a_character_and_a_byte_order_mark_is_passed() {
        byte[] name = "På".getBytes(StandardCharsets.UTF_8);
        byte[] before = ("\uFEFFBEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=\r\n\tDATE:2026\r\n 0405\nSUMMARY:" + "P")
                .getBytes(StandardCharsets.UTF_8);
        byte[] after = "ske\r\n dag\r\n\r\nEND:VEVENT\nEND:VCALENDAR".getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[before.length + 5 + after.length];
        System.arraycopy(before, 0, all, 0, before.length);
        all[before.length] = name[1];
        all[before.length + 1] = '\r';
        all[before.length + 2] = '\n';
        all[before.length + 3] = ' ';
        all[before.length + 4] = name[2];
        System.arraycopy(after, 0, all, before.length + 5, after.length);

        assertThat(told(read(all), 2026)).containsExactly("2026-04-05 Påskedag");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20200517 | FREQ=YEARLY                                  | 2019 | ''",
                "20200517 | FREQ=YEARLY                                  | 2020 | 05-17",
                "20200517 | FREQ=YEARLY                                  | 2199 | 05-17",
                "20200229 | FREQ=YEARLY                                  | 2021 | ''",
                "20200229 | FREQ=YEARLY                                  | 2024 | 02-29",
                "20201126 | FREQ=YEARLY;BYMONTH=11;BYDAY=4TH             | 2026 | 11-26",
                "20200525 | FREQ=YEARLY;BYDAY=-1MO;BYMONTH=5             | 2026 | 05-25",
                "20200620 | FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=20,21,22,23,24,25,26;BYDAY=SA | 2026 | 06-20",
                "20200620 | FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=20,21,22,23,24,25,26;BYDAY=SA | 2027 | 06-26",
                "20201231 | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1;WKST=MO | 2026 | 12-31",
                "20200101 | FREQ=YEARLY;BYMONTH=1,7                      | 2026 | 01-01 07-01",
                "20200101 | FREQ=YEARLY;INTERVAL=4                       | 2023 | ''",
                "20200101 | FREQ=YEARLY;INTERVAL=4                       | 2024 | 01-01",
                "20200101 | freq=yearly;count=3                          | 2022 | 01-01",
                "20200101 | freq=yearly;count=3                          | 2023 | ''",
                "20200101 | FREQ=YEARLY;BYMONTH=1,7;COUNT=3              | 2020 | 01-01 07-01",
                "20200101 | FREQ=YEARLY;BYMONTH=1,7;COUNT=3              | 2021 | 01-01",
                "20200101 | FREQ=YEARLY;UNTIL=20220101                   | 2022 | 01-01",
                "20200101 | FREQ=YEARLY;UNTIL=20220101                   | 2023 | ''",
            })
    void yearly_rules_recur(String start, String rule, int year, String expected) {
        String dates = event(START + start, "RRULE:" + rule).in(year).stream()
                .map(holiday -> holiday.date().toString().substring(5))
                .collect(Collectors.joining(" "));

        assertThat(dates).isEqualTo(expected);
    }

    @Test
    void dates_that_are_excluded_do_not_take_place() {
        Holidays holidays = event(
                START + "20200517", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20220517,20230517", "EXDATE:20250517");

        assertThat(told(holidays, 2022)).isEmpty();
        assertThat(told(holidays, 2023)).isEmpty();
        assertThat(told(holidays, 2024)).containsExactly("2024-05-17 unnamed");
        assertThat(told(holidays, 2025)).isEmpty();
    }

    @Test
    void recurring_days_that_last_over_the_years_end_belong_to_both_years() {
        Holidays holidays =
                event(START + "20201230", "DTEND;VALUE=DATE:20210102", "RRULE:FREQ=YEARLY", "SUMMARY:closed");

        assertThat(told(holidays, 2020)).containsExactly("2020-12-30 closed", "2020-12-31 closed");
        assertThat(told(holidays, 2026)).containsExactly("2026-01-01 closed", "2026-12-30 closed", "2026-12-31 closed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART:20260517T090000            | line 3 (DTSTART) is not a date",
                "DTSTART;VALUE=DATE:20260230        | line 3 (DTSTART) is no date of any calendar year",
                "SUMMARY:no start                   | line 4 (END) ends an event without DTSTART",
                "RRULE:FREQ=WEEKLY                  | line 4 (RRULE) is not FREQ=YEARLY",
                "RRULE:FREQ=YEARLY;BYWEEKNO=20      | line 4 (RRULE) has a part that is not supported",
                "RRULE:FREQ=YEARLY;BYSETPOS=1       | line 4 (RRULE) has a part that is not supported",
                "RRULE:FREQ=YEARLY;BYDAY=MO         | line 4 (RRULE) has BYDAY or BYMONTHDAY without BYMONTH",
                "RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=1MO;BYMONTHDAY=1 | line 4 (RRULE) counts weekdays and has BYMONTHDAY",
                "RRULE:FREQ=YEARLY;BYMONTH=6        | line 4 (RRULE) does not recur on DTSTART",
                "RRULE:FREQ=YEARLY;BYMONTH=13       | line 4 (RRULE) has a number that must be from 1 to 12",
                "RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=6MO | line 4 (RRULE) has a BYDAY that is no weekday",
                "RRULE:FREQ=YEARLY;COUNT=2;UNTIL=20300101 | line 4 (RRULE) has both UNTIL and COUNT",
                "RRULE:FREQ=YEARLY;UNTIL=20300101T000000Z | line 4 (RRULE) is not a date",
                "RRULE:FREQ=YEARLY;FREQ=YEARLY      | line 4 (RRULE) has FREQ twice",
                "RRULE:FREQ=YEARLY;COUNT=99999999999 | line 4 (RRULE) has a number",
                "RDATE;VALUE=DATE:20270101          | line 4 (RDATE) changes single dates",
                "RECURRENCE-ID;VALUE=DATE:20270101  | line 4 (RECURRENCE-ID) changes single dates",
                "DTEND;VALUE=DATE:20260517          | line 4 (DTEND) makes it 0 days long",
                "DTEND;VALUE=DATE:20360517          | line 4 (DTEND) makes it 3653 days long",
                "DURATION:PT24H                     | line 4 (DURATION) is not of whole days",
                "no colon                           | line 4 is not of the form NAME:VALUE",
                "a b:c                              | line 4 is not of the form NAME:VALUE",
                "END:VTODO                          | line 4 (END) ends another component",
            })
    void what_could_change_a_date_and_is_not_understood_is_refused_with_its_line(String line, String problem) {
        boolean withStart = !line.startsWith("DTSTART") && !line.startsWith("SUMMARY");
        assertThatThrownBy(() -> {
                    if (withStart) {
                        event(START + "20260517", line);
                    } else {
                        event(line);
                    }
                })
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("iCalendar " + problem);
    }

    @Test
    void lines_are_counted_as_they_stand_in_the_stream() {
        assertThatThrownBy(
                        () -> read("BEGIN:VCALENDAR", "X-LONG:folded", " and", " again", "", "BEGIN:VEVENT", "DTSTART"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("iCalendar line 7 is not of the form")
                .satisfies(e -> assertThat(((InvalidValueException) e).field()).isEqualTo("iCalendar line 7"));
    }

    @Test
    void a_stream_that_is_no_whole_calendar_is_refused() {
        for (String text :
                List.of("", "BEGIN:VCALENDAR", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR", "<html>", "A:b")) {
            assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isInstanceOf(InvalidValueException.class);
        }
        assertThatThrownBy(() -> read(new byte[] {'A', ':', (byte) 0xFF})).hasMessage("iCalendar line 1 is not UTF-8");
    }

    @Test
    void size_depth_and_number_are_bounded() {
        assertThatThrownBy(() -> read(new byte[ICalendarReader.MAX_BYTES + 1]))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("iCalendar stream is longer than 2097152 bytes");
        assertThatThrownBy(() -> read(("BEGIN:VCALENDAR\n".repeat(11)).getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("more than 10 deep");
        String event = "BEGIN:VEVENT\nDTSTART:20260101\nEND:VEVENT\n";
        assertThatThrownBy(() -> read(("BEGIN:VCALENDAR\n" + event.repeat(10_001)).getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("one event more than the 10000");
        String quotes = "X;A=" + "\"\"".repeat(500_000) + ":x";
        assertThat(told(event(START + "20260101", quotes, "SUMMARY:" + "n".repeat(1_000_000)), 2026))
                .containsExactly("2026-01-01 " + "n".repeat(Holiday.MAX_NAME_LENGTH));
    }

    @Test
    void bytes_that_anything_happened_to_are_read_or_refused() {
        long seed = RandomCalendar.seed();
        Random random = new Random(seed);
        byte[] sound = text(
                        "BEGIN:VCALENDAR",
                        "BEGIN:VEVENT",
                        START + "20201126",
                        "DTEND;VALUE=DATE:20201128",
                        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=9",
                        "SUMMARY:Thanks\\, all",
                        "END:VEVENT",
                        "END:VCALENDAR")
                .getBytes(StandardCharsets.UTF_8);
        for (int turn = 0; turn < 20_000; turn++) {
            byte[] hurt = sound.clone();
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                hurt[random.nextInt(hurt.length)] = (byte)
                        (random.nextBoolean() ? random.nextInt(256) : ":;,=\n -0159TZ".charAt(random.nextInt(13)));
            }
            try {
                read(hurt)
                        .in(2026)
                        .forEach(holiday -> assertThat(holiday.date().getYear()).isEqualTo(2026));
            } catch (InvalidValueException e) {
                assertThat(e.field()).as("seed %s turn %s", seed, turn).startsWith("iCalendar ");
            }
        }
    }

    @Test
    void the_stream_is_not_closed() throws IOException {
        InputStream in =
                new ByteArrayInputStream(
                        text("BEGIN:VCALENDAR", "END:VCALENDAR").getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public void close() {
                        throw new AssertionError("closed");
                    }
                };
        assertThat(Holidays.fromICalendar(in).in(2026)).isEmpty();
    }

    private static Holidays event(String... lines) {
        return read(("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + text(lines) + "END:VEVENT\r\nEND:VCALENDAR\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static Holidays read(String... lines) {
        return read(text(lines).getBytes(StandardCharsets.UTF_8));
    }

    private static Holidays read(byte[] bytes) {
        try {
            return Holidays.fromICalendar(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    private static List<String> told(Holidays holidays, int year) {
        return holidays.in(year).stream()
                .map(holiday -> holiday.date() + " " + holiday.name())
                .toList();
    }
}
