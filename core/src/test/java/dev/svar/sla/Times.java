package dev.svar.sla;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/** Short spellings for tables of times. */
final class Times {
    static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(MONDAY, FRIDAY);
    static final Set<DayOfWeek> ALL_DAYS = EnumSet.allOf(DayOfWeek.class);

    private Times() {}

    /** With the offset written out, so that a table shows which of two equal local times it means. */
    static Instant at(String offsetDateTime) {
        return OffsetDateTime.parse(offsetDateTime).toInstant();
    }

    static LocalDate date(String date) {
        return LocalDate.parse(date);
    }
}
