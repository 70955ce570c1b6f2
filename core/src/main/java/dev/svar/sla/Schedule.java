package dev.svar.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a calendar is defined by, and with that what makes two calendars equal. */
record Schedule(ZoneId zone, Map<DayOfWeek, Hours> week, NavigableMap<LocalDate, SpecialDay> specialDays) {
    Schedule {
        Map<DayOfWeek, Hours> weekCopy = new EnumMap<>(DayOfWeek.class);
        weekCopy.putAll(week);
        week = Collections.unmodifiableMap(weekCopy);
        specialDays = Collections.unmodifiableNavigableMap(new TreeMap<>(specialDays));
    }

    /** The hours that start on the date; those past midnight run on into the next one. */
    Hours hoursOf(LocalDate date) {
        SpecialDay special = specialDays.get(date);
        return special != null ? special.hours() : week.getOrDefault(date.getDayOfWeek(), Hours.NONE);
    }

    boolean isSpecial(LocalDate date) {
        return specialDays.containsKey(date);
    }

    boolean neverOpens() {
        return week.values().stream().allMatch(Hours::isEmpty)
                && specialDays.values().stream().allMatch(day -> day.hours().isEmpty());
    }
}
