package dev.svar.examples;

import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.CalendarSpan;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;

/** Three offices in three zones are one desk, open while any of them is; each keeps its own holidays. */
public final class FollowTheSun {
    private FollowTheSun() {}

    /**
     * Prints when an answer is due from one office and from all of them, and who works on it when.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(PrintStream out) {
        BusinessCalendar oslo = office("Europe/Oslo")
                .holiday(LocalDate.parse("2027-05-17"), "17 May")
                .build();
        BusinessCalendar denver = office("America/Denver").build();
        BusinessCalendar sydney = office("Australia/Sydney").build();
        BusinessCalendar desk = oslo.toBuilder()
                .orWhenOpen("Denver", denver)
                .orWhenOpen("Sydney", sydney)
                .build();

        Instant asked = Instant.parse("2027-05-14T13:00:00Z"); // Friday in Oslo, 15:00
        Duration promised = Duration.ofHours(12);
        out.println("Asked " + asked + ", promised within 12 business hours");
        out.println("Oslo alone:        due " + oslo.plus(asked, promised));
        out.println("Following the sun: due " + desk.plus(asked, promised));
        out.println();
        for (CalendarSpan span : desk.explain(asked, desk.plus(asked, promised))) {
            out.println(
                    span.from() + " to " + span.to() + (span.counted() ? " counts: " : " skipped: ") + span.reason());
        }
    }

    private static BusinessCalendar.Builder office(String zone) {
        return BusinessCalendar.builder(ZoneId.of(zone))
                .open(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "09:00-17:00");
    }
}
