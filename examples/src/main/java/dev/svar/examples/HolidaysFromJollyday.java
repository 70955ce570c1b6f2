package dev.svar.examples;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.Holiday;
import dev.svar.sla.Holidays;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;

/** The public holidays of any country that Jollyday knows, a company's own days, and one that it works on. */
public final class HolidaysFromJollyday {
    private HolidaysFromJollyday() {}

    /**
     * Prints a deadline over the May holidays, and why it is then.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    /** The whole bridge: copy it, with jollyday-core and jollyday-jaxb as your own dependencies. */
    static Holidays publicHolidays(String country, String... region) {
        HolidayManager jollyday = HolidayManager.getInstance(ManagerParameters.create(country));
        return year -> jollyday.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, region).stream()
                .map(day -> new Holiday(day.getDate(), day.getDescription(Locale.ENGLISH)))
                .toList();
    }

    static void run(PrintStream out) {
        BusinessCalendar calendar = BusinessCalendar.builder(ZoneId.of("Europe/Oslo"))
                .open(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "09:00-17:00")
                .holidays(publicHolidays("no"))
                .holidays(Holidays.everyYear(MonthDay.of(5, 18), "day after"))
                .exception(LocalDate.parse("2026-05-25"), "moving in", "12:00-16:00") // Whit Monday
                .build();
        Instant start = Instant.parse("2026-05-13T14:00:00Z");
        Instant due = calendar.plus(start, Duration.ofHours(44));

        out.println("Promised within 44 business hours of " + start + ": " + due);
        calendar.explain(start, due).stream()
                .filter(span -> !span.reason().equals("outside hours"))
                .forEach(span -> out.println(span.from() + (span.counted() ? " + " : "   ") + span.reason()));
    }
}
