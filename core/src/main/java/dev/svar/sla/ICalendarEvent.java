package dev.svar.sla;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An event of whole days: its first ones, how many days each lasts, and which of them do not take place. */
record ICalendarEvent(String name, LocalDate start, int days, Optional<ICalendarRule> rule, Set<LocalDate> without) {
    static final int MAX_DAYS = 366;

    Stream<Holiday> in(int year) {
        // One that lasts over the year's end began in the year before.
        return IntStream.rangeClosed(year - 1, year)
                .boxed()
                .flatMap(this::starts)
                .filter(first -> !without.contains(first))
                .flatMap(first -> IntStream.range(0, days).mapToObj(first::plusDays))
                .filter(date -> date.getYear() == year)
                .distinct()
                .map(date -> new Holiday(date, name));
    }

    private Stream<LocalDate> starts(int year) {
        return rule.map(yearly -> yearly.starts(start, year))
                .orElseGet(() -> Stream.of(start).filter(date -> date.getYear() == year));
    }
}
