package dev.svar.sla;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The holidays that {@link Holidays} makes: records, so that they are equal if they are made alike. */
final class HolidayRules {
    private static final int MAX_FROM_EASTER = 100;
    private static final int MAX_MOVED = 31;

    private HolidayRules() {}

    static String named(String name) {
        return Check.line("holiday", name, Holiday.MAX_NAME_LENGTH);
    }

    /** Dates of which some may lie in a neighboring year. */
    private static List<Holiday> inYear(int year, Stream<LocalDate> dates, String name) {
        return dates.filter(date -> date.getYear() == year)
                .map(date -> new Holiday(date, name))
                .toList();
    }

    record Listed(List<Holiday> dates) implements Holidays {
        @Override
        public List<Holiday> in(int year) {
            return dates.stream()
                    .filter(holiday -> holiday.date().getYear() == year)
                    .toList();
        }
    }

    record Fixed(MonthDay day, String name) implements Holidays {
        Fixed {
            Objects.requireNonNull(day, "day");
        }

        @Override
        public List<Holiday> in(int year) {
            return day.isValidYear(year) ? List.of(new Holiday(day.atYear(year), name)) : List.of();
        }
    }

    record Nth(int nth, DayOfWeek weekday, Month month, String name) implements Holidays {
        Nth {
            Objects.requireNonNull(weekday, "weekday");
            Objects.requireNonNull(month, "month");
            if (nth == 0 || Math.abs(nth) > 5) {
                throw new InvalidValueException("nth", "is " + nth + ", it must be from 1 to 5 or from -1 to -5");
            }
        }

        @Override
        public List<Holiday> in(int year) {
            LocalDate date = LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
            return date.getMonth() == month ? List.of(new Holiday(date, name)) : List.of();
        }
    }

    record OnOrAfter(DayOfWeek weekday, MonthDay earliest, String name) implements Holidays {
        OnOrAfter {
            Objects.requireNonNull(weekday, "weekday");
            Objects.requireNonNull(earliest, "onOrAfter");
        }

        @Override
        public List<Holiday> in(int year) {
            return inYear(
                    year,
                    IntStream.rangeClosed(year - 1, year)
                            .mapToObj(y -> earliest.atYear(y).with(TemporalAdjusters.nextOrSame(weekday))),
                    name);
        }
    }

    record OfEaster(Easter easter, int daysAfter, String name) implements Holidays {
        OfEaster {
            Check.range("daysAfter", daysAfter, -MAX_FROM_EASTER, MAX_FROM_EASTER);
        }

        @Override
        public List<Holiday> in(int year) {
            return inYear(year, Stream.of(easter.sunday(year).plusDays(daysAfter)), name);
        }
    }

    record All(List<Holidays> parts) implements Holidays {
        static All of(Holidays first, Holidays... others) {
            List<Holidays> parts = new ArrayList<>(first instanceof All all ? all.parts : List.of(first));
            parts.addAll(List.of(others));
            return new All(List.copyOf(parts));
        }

        @Override
        public List<Holiday> in(int year) {
            return parts.stream().flatMap(part -> part.in(year).stream()).toList();
        }
    }

    record Observed(Holidays base, Map<DayOfWeek, Integer> days) implements Holidays {
        Observed {
            days = Map.copyOf(days);
            days.forEach((weekday, moved) -> Check.range("days for " + weekday, moved, -MAX_MOVED, MAX_MOVED));
        }

        @Override
        public List<Holiday> in(int year) {
            return IntStream.rangeClosed(year - 1, year + 1)
                    .mapToObj(base::in)
                    .flatMap(Collection::stream)
                    .map(this::moved)
                    .filter(holiday -> holiday.date().getYear() == year)
                    .toList();
        }

        private Holiday moved(Holiday holiday) {
            int moved = days.getOrDefault(holiday.date().getDayOfWeek(), 0);
            return new Holiday(holiday.date().plusDays(moved), holiday.name());
        }
    }

    record Between(Holidays base, int first, int last) implements Holidays {
        Between {
            Check.range("last year", last, first, Integer.MAX_VALUE);
        }

        @Override
        public Collection<Holiday> in(int year) {
            return first <= year && year <= last ? base.in(year) : List.of();
        }
    }
}
