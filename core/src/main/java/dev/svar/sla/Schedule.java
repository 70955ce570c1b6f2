package dev.svar.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The hours of one place, and with that what makes two calendars of one place equal. */
record Schedule(ZoneId zone, Map<DayOfWeek, Hours> week, SpecialDays specialDays) {
    Schedule {
        Map<DayOfWeek, Hours> weekCopy = new EnumMap<>(DayOfWeek.class);
        weekCopy.putAll(week);
        week = Collections.unmodifiableMap(weekCopy);
    }

    /** The hours that start on the date; those past midnight run on into the next one. */
    Hours hoursOf(LocalDate date) {
        return specialDays
                .on(date)
                .map(SpecialDay::hours)
                .orElseGet(() -> week.getOrDefault(date.getDayOfWeek(), Hours.NONE));
    }

    boolean isSpecial(LocalDate date) {
        return specialDays.on(date).isPresent();
    }

    boolean neverOpens() {
        return week.values().stream().allMatch(Hours::isEmpty)
                && specialDays.dated().values().stream()
                        .allMatch(day -> day.hours().isEmpty());
    }
}
