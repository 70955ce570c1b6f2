package dev.svar.benchmarks;

import dev.svar.sla.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Monday to Friday from 08:00 to 16:00 in Oslo, closed on the twelve public holidays of each year. */
final class SampleHours {
    static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    static final LocalTime OPENS = LocalTime.of(8, 0);
    static final LocalTime CLOSES = LocalTime.of(16, 0);
    static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    static final LocalDate END = LocalDate.of(2030, 1, 1);

    private static final Set<LocalDate> HOLIDAYS = holidays();

    private SampleHours() {}

    static boolean isOpen(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !HOLIDAYS.contains(date);
    }

    static BusinessCalendar calendar() {
        BusinessCalendar.Builder calendar = BusinessCalendar.builder(ZONE)
                .open(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), OPENS + "-" + CLOSES);
        HOLIDAYS.forEach(date -> calendar.holiday(date, "public holiday"));
        return calendar.build();
    }

    private static Set<LocalDate> holidays() {
        List<LocalDate> easterSundays = List.of(
                LocalDate.of(2025, 4, 20),
                LocalDate.of(2026, 4, 5),
                LocalDate.of(2027, 3, 28),
                LocalDate.of(2028, 4, 16),
                LocalDate.of(2029, 4, 1));
        Set<LocalDate> dates = new HashSet<>();
        for (LocalDate easter : easterSundays) {
            for (int days : new int[] {-3, -2, 0, 1, 39, 49, 50}) {
                dates.add(easter.plusDays(days));
            }
            for (MonthDay day : List.of(
                    MonthDay.of(1, 1),
                    MonthDay.of(5, 1),
                    MonthDay.of(5, 17),
                    MonthDay.of(12, 25),
                    MonthDay.of(12, 26))) {
                dates.add(day.atYear(easter.getYear()));
            }
        }
        return dates;
    }
}
