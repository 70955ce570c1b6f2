package dev.svar.sla;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The dates that decide themselves: those that a calendar names, and the holidays of its rules, which are asked for a
 * year when it is first needed and then kept. An exception stands before a holiday of the same date.
 */
final class SpecialDays {
    static final int FIRST_YEAR = 1970;
    static final int LAST_YEAR = 2199;

    private final NavigableMap<LocalDate, SpecialDay> dated;
    private final List<Holidays> rules;
    private final Map<Integer, NavigableMap<LocalDate, SpecialDay>> years = new ConcurrentHashMap<>();

    SpecialDays(SortedMap<LocalDate, SpecialDay> dated, List<Holidays> rules) {
        this.dated = Collections.unmodifiableNavigableMap(new TreeMap<>(dated));
        this.rules = List.copyOf(rules);
    }

    NavigableMap<LocalDate, SpecialDay> dated() {
        return dated;
    }

    List<Holidays> rules() {
        return rules;
    }

    Optional<SpecialDay> on(LocalDate date) {
        return Optional.ofNullable(year(date.getYear()).get(date));
    }

    /** In order of their dates, both ends included. */
    Stream<Map.Entry<LocalDate, SpecialDay>> between(LocalDate first, LocalDate last) {
        return IntStream.rangeClosed(first.getYear(), last.getYear())
                .mapToObj(this::year)
                .flatMap(days -> days.subMap(first, true, last, true).entrySet().stream());
    }

    private NavigableMap<LocalDate, SpecialDay> year(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Collections.emptyNavigableMap();
        }
        // Not computeIfAbsent: a rule of the host's must not run under a lock of ours.
        NavigableMap<LocalDate, SpecialDay> known = years.get(year);
        if (known == null) {
            known = found(year);
            years.put(year, known);
        }
        return known;
    }

    private NavigableMap<LocalDate, SpecialDay> found(int year) {
        NavigableMap<LocalDate, SpecialDay> days =
                new TreeMap<>(dated.subMap(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true));
        for (Holidays rule : rules) {
            Collection<Holiday> holidays = rule.in(year);
            Check.size("holidays of " + year, holidays, Holidays.MAX_PER_YEAR);
            for (Holiday holiday : holidays) {
                if (holiday.date().getYear() != year) {
                    throw new InvalidValueException(
                            "holidays of " + year, "hold " + holiday.date() + ", which lies in another year");
                }
                days.merge(holiday.date(), SpecialDay.holiday(holiday.name()), SpecialDay::and);
            }
        }
        return days;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpecialDays that && dated.equals(that.dated) && rules.equals(that.rules);
    }

    @Override
    public int hashCode() {
        return 31 * dated.hashCode() + rules.hashCode();
    }
}
