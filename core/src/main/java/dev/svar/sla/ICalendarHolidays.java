package dev.svar.sla;

import java.util.List;

/** The whole-day events of an iCalendar stream. */
record ICalendarHolidays(List<ICalendarEvent> events) implements Holidays {
    @Override
    public List<Holiday> in(int year) {
        return events.stream().flatMap(event -> event.in(year)).toList();
    }
}
