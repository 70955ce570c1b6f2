package dev.svar.sla;

import static dev.svar.sla.Times.ALL_DAYS;
import static dev.svar.sla.Times.WEEKDAYS;
import static dev.svar.sla.Times.at;
import static dev.svar.sla.Times.date;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked by hand: both clock changes, the leap day, the year's end and night shifts into holidays in three zones. */
class WorkedCasesTest {
    private static final String SPRING_HOLIDAY = "2026-05-01"; // a Friday
    private static final String NEW_YEAR = "2027-01-01"; // a Friday

    @ParameterizedTest
    @CsvSource({
        // Oslo: 2026-03-29 02:00 -> 03:00, 2026-10-25 03:00 -> 02:00
        "Europe/Oslo, 2026-03-27T16:00+01:00, PT2H, 2026-03-30T10:00+02:00",
        "Europe/Oslo, 2026-10-23T16:00+02:00, PT2H, 2026-10-26T10:00+01:00",
        "Europe/Oslo, 2028-02-28T16:00+01:00, PT9H, 2028-02-29T17:00+01:00",
        "Europe/Oslo, 2028-02-29T16:00+01:00, PT2H, 2028-03-01T10:00+01:00",
        "Europe/Oslo, 2026-12-31T16:00+01:00, PT1H, 2026-12-31T17:00+01:00",
        "Europe/Oslo, 2026-12-31T16:00+01:00, PT2H, 2027-01-04T10:00+01:00",
        "Europe/Oslo, 2026-04-30T16:00+02:00, PT9H, 2026-05-04T17:00+02:00",
        // New York: 2026-03-08 02:00 -> 03:00, 2026-11-01 02:00 -> 01:00
        "America/New_York, 2026-03-06T16:00-05:00, PT2H, 2026-03-09T10:00-04:00",
        "America/New_York, 2026-10-30T16:00-04:00, PT2H, 2026-11-02T10:00-05:00",
        "America/New_York, 2028-02-28T16:00-05:00, PT9H, 2028-02-29T17:00-05:00",
        "America/New_York, 2028-02-29T16:00-05:00, PT2H, 2028-03-01T10:00-05:00",
        "America/New_York, 2026-12-31T16:00-05:00, PT1H, 2026-12-31T17:00-05:00",
        "America/New_York, 2026-12-31T16:00-05:00, PT2H, 2027-01-04T10:00-05:00",
        "America/New_York, 2026-04-30T16:00-04:00, PT9H, 2026-05-04T17:00-04:00",
        // Lord Howe, half an hour: 2026-04-05 02:00 -> 01:30, 2026-10-04 02:00 -> 02:30
        "Australia/Lord_Howe, 2026-04-03T16:00+11:00, PT2H, 2026-04-06T10:00+10:30",
        "Australia/Lord_Howe, 2026-10-02T16:00+10:30, PT2H, 2026-10-05T10:00+11:00",
        "Australia/Lord_Howe, 2028-02-28T16:00+11:00, PT9H, 2028-02-29T17:00+11:00",
        "Australia/Lord_Howe, 2028-02-29T16:00+11:00, PT2H, 2028-03-01T10:00+11:00",
        "Australia/Lord_Howe, 2026-12-31T16:00+11:00, PT1H, 2026-12-31T17:00+11:00",
        "Australia/Lord_Howe, 2026-12-31T16:00+11:00, PT2H, 2027-01-04T10:00+11:00",
        "Australia/Lord_Howe, 2026-04-30T16:00+10:30, PT9H, 2026-05-04T17:00+10:30",
    })
    void from_nine_to_five_on_weekdays(String zone, String start, String duration, String end) {
        agree(BusinessCalendar.builder(ZoneId.of(zone)).open(WEEKDAYS, "09:00-17:00"), start, duration, end);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Oslo, 2026-03-28T22:00+01:00, PT7H,    2026-03-29T06:00+02:00",
        "Europe/Oslo, 2026-10-24T22:00+02:00, PT9H,    2026-10-25T06:00+01:00",
        "Europe/Oslo, 2028-02-28T22:00+01:00, PT8H,    2028-02-29T06:00+01:00",
        "Europe/Oslo, 2026-12-31T22:00+01:00, PT2H,    2027-01-01T00:00+01:00",
        "Europe/Oslo, 2026-12-31T22:00+01:00, PT2H1S,  2027-01-02T22:00:01+01:00",
        "Europe/Oslo, 2026-04-30T23:00+02:00, PT1H30M, 2026-05-02T22:30+02:00",
        "America/New_York, 2026-03-07T22:00-05:00, PT7H,    2026-03-08T06:00-04:00",
        "America/New_York, 2026-10-31T22:00-04:00, PT9H,    2026-11-01T06:00-05:00",
        "America/New_York, 2028-02-28T22:00-05:00, PT8H,    2028-02-29T06:00-05:00",
        "America/New_York, 2026-12-31T22:00-05:00, PT2H,    2027-01-01T00:00-05:00",
        "America/New_York, 2026-12-31T22:00-05:00, PT2H1S,  2027-01-02T22:00:01-05:00",
        "America/New_York, 2026-04-30T23:00-04:00, PT1H30M, 2026-05-02T22:30-04:00",
        "Australia/Lord_Howe, 2026-04-04T22:00+11:00, PT8H30M, 2026-04-05T06:00+10:30",
        "Australia/Lord_Howe, 2026-10-03T22:00+10:30, PT7H30M, 2026-10-04T06:00+11:00",
        "Australia/Lord_Howe, 2028-02-28T22:00+11:00, PT8H,    2028-02-29T06:00+11:00",
        "Australia/Lord_Howe, 2026-12-31T22:00+11:00, PT2H,    2027-01-01T00:00+11:00",
        "Australia/Lord_Howe, 2026-12-31T22:00+11:00, PT2H1S,  2027-01-02T22:00:01+11:00",
        "Australia/Lord_Howe, 2026-04-30T23:00+10:30, PT1H30M, 2026-05-02T22:30+10:30",
    })
    void every_night_from_ten_to_six(String zone, String start, String duration, String end) {
        agree(BusinessCalendar.builder(ZoneId.of(zone)).open(ALL_DAYS, "22:00-06:00"), start, duration, end);
    }

    private static void agree(BusinessCalendar.Builder hours, String start, String duration, String end) {
        BusinessCalendar calendar = hours.holiday(date(SPRING_HOLIDAY), "1 May")
                .holiday(date(NEW_YEAR), "New Year")
                .build();

        assertThat(calendar.plus(at(start), Duration.parse(duration))).isEqualTo(at(end));
        assertThat(calendar.between(at(start), at(end))).isEqualTo(Duration.parse(duration));
    }
}
