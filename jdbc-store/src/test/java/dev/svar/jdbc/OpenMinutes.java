package dev.svar.jdbc;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * The business minutes of an office, found by looking at its clock on the wall in each minute of two years. It knows nothing
 * of how calendars are computed.
 */
final class OpenMinutes {
    static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    static final List<String> HOURS = List.of("08:00-11:30", "12:15-16:00");
    static final List<String> SATURDAY = List.of("10:00-14:00");
    static final Set<LocalDate> HOLIDAYS = Set.of(
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 4, 2),
            LocalDate.of(2026, 4, 3),
            LocalDate.of(2026, 4, 6),
            LocalDate.of(2026, 5, 1),
            LocalDate.of(2026, 5, 14),
            LocalDate.of(2026, 5, 25),
            LocalDate.of(2026, 12, 25),
            LocalDate.of(2026, 12, 26));
    static final LocalDate SHORT_DAY = LocalDate.of(2026, 12, 24);
    static final String SHORT_HOURS = "09:00-12:00";

    private static final Instant ORIGIN = Instant.parse("2025-12-31T00:00:00Z");
    private static final int MINUTES = 2 * 366 * 1440;

    private final boolean[] open = new boolean[MINUTES];

    OpenMinutes() {
        for (int i = 0; i < MINUTES; i++) {
            open[i] = shows(LocalDateTime.ofInstant(instant(i), ZONE));
        }
    }

    private static boolean shows(LocalDateTime wall) {
        LocalDate date = wall.toLocalDate();
        if (HOLIDAYS.contains(date) || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return false;
        }
        List<String> hours = date.getDayOfWeek() == DayOfWeek.SATURDAY ? SATURDAY : HOURS;
        return (date.equals(SHORT_DAY) ? List.of(SHORT_HOURS) : hours)
                .stream().anyMatch(h -> within(h, wall.toLocalTime()));
    }

    private static boolean within(String hours, LocalTime wall) {
        int dash = hours.indexOf('-');
        return !wall.isBefore(LocalTime.parse(hours.substring(0, dash)))
                && wall.isBefore(LocalTime.parse(hours.substring(dash + 1)));
    }

    static int minute(Instant at) {
        return Math.toIntExact((at.getEpochSecond() - ORIGIN.getEpochSecond()) / 60);
    }

    static Instant instant(int minute) {
        return ORIGIN.plusSeconds(60L * minute);
    }

    boolean counts(int minute) {
        return open[minute];
    }
}
