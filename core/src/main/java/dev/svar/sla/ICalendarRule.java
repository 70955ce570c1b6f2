package dev.svar.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A yearly recurrence of RFC 5545, section 3.3.10, as far as it stays within months. Empty lists restrict nothing. */
record ICalendarRule(
        int interval, LocalDate last, List<Integer> months, List<Integer> monthDays, List<Weekday> weekdays) {
    private static final Pattern WEEKDAY = Pattern.compile("([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)");
    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final Set<String> KNOWN =
            Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "WKST");
    private static final int MAX_INTERVAL = 100;
    private static final int MAX_COUNT = 1000;

    /** Every such weekday, or if the number is not 0, the one that it counts from the month's start or end. */
    record Weekday(int nth, DayOfWeek day) {
        boolean is(LocalDate date) {
            int fromStart = (date.getDayOfMonth() - 1) / 7 + 1;
            int fromEnd = -((date.lengthOfMonth() - date.getDayOfMonth()) / 7 + 1);
            return date.getDayOfWeek() == day && (nth == 0 || nth == fromStart || nth == fromEnd);
        }
    }

    static ICalendarRule parse(ICalendarLine line, LocalDate start) {
        Map<String, String> parts = parts(line);
        if (!"YEARLY".equals(parts.get("FREQ"))) {
            throw line.refused("is not FREQ=YEARLY, the only recurrence that is supported");
        }
        List<Integer> months = list(parts.get("BYMONTH"), text -> number(line, text, 1, 12));
        List<Integer> monthDays = list(parts.get("BYMONTHDAY"), text -> number(line, text, -31, 31));
        List<Weekday> weekdays = list(parts.get("BYDAY"), text -> weekday(line, text));
        if (months.isEmpty() && !(monthDays.isEmpty() && weekdays.isEmpty())) {
            throw line.refused("has BYDAY or BYMONTHDAY without BYMONTH, which is not supported");
        }
        if (!monthDays.isEmpty() && weekdays.stream().anyMatch(weekday -> weekday.nth() != 0)) {
            throw line.refused("counts weekdays and has BYMONTHDAY, which is not supported");
        }
        int interval = number(line, parts.getOrDefault("INTERVAL", "1"), 1, MAX_INTERVAL);
        ICalendarRule endless = new ICalendarRule(interval, LocalDate.MAX, months, monthDays, weekdays);
        if (endless.starts(start, start.getYear())
                .findFirst()
                .filter(start::equals)
                .isEmpty()) {
            throw line.refused("does not recur on DTSTART, of which RFC 5545 does not say what it means");
        }
        return new ICalendarRule(interval, endless.last(line, parts, start), months, monthDays, weekdays);
    }

    /** In order, none before the first. */
    Stream<LocalDate> starts(LocalDate first, int year) {
        if (year < first.getYear() || (year - first.getYear()) % interval != 0) {
            return Stream.empty();
        }
        return IntStream.rangeClosed(1, 12)
                .filter(month -> months.isEmpty() ? month == first.getMonthValue() : months.contains(month))
                .mapToObj(month -> YearMonth.of(year, month))
                .flatMap(
                        month -> IntStream.rangeClosed(1, month.lengthOfMonth()).mapToObj(month::atDay))
                .filter(date -> isOne(date, first) && !date.isBefore(first) && !date.isAfter(last));
    }

    private boolean isOne(LocalDate date, LocalDate first) {
        int day = date.getDayOfMonth();
        if (monthDays.isEmpty() && weekdays.isEmpty()) {
            return day == first.getDayOfMonth();
        }
        return (monthDays.isEmpty() || monthDays.contains(day) || monthDays.contains(day - date.lengthOfMonth() - 1))
                && (weekdays.isEmpty() || weekdays.stream().anyMatch(weekday -> weekday.is(date)));
    }

    private LocalDate last(ICalendarLine line, Map<String, String> parts, LocalDate start) {
        String until = parts.get("UNTIL");
        String count = parts.get("COUNT");
        if (until != null && count != null) {
            throw line.refused("has both UNTIL and COUNT");
        }
        if (until != null) {
            return line.date(until);
        }
        if (count == null) {
            return LocalDate.MAX;
        }
        return IntStream.rangeClosed(start.getYear(), SpecialDays.LAST_YEAR)
                .boxed()
                .flatMap(year -> starts(start, year))
                .skip(number(line, count, 1, MAX_COUNT) - 1L)
                .findFirst()
                .orElse(LocalDate.MAX);
    }

    private static Map<String, String> parts(ICalendarLine line) {
        Map<String, String> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String part : line.value().strip().toUpperCase(Locale.ROOT).split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0 || !KNOWN.contains(part.substring(0, equals))) {
                throw line.refused("has a part that is not supported, supported are "
                        + KNOWN.stream().sorted().toList());
            }
            if (parts.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
                throw line.refused("has " + part.substring(0, equals) + " twice");
            }
        }
        return parts;
    }

    private static <T> List<T> list(@Nullable String texts, Function<String, T> parse) {
        return texts == null
                ? List.of()
                : Arrays.stream(texts.split(",", -1)).map(parse).toList();
    }

    private static int number(ICalendarLine line, String text, int min, int max) {
        if (text.matches("[+-]?[0-9]{1,4}")) {
            int number = Integer.parseInt(text);
            if (number != 0 && min <= number && number <= max) {
                return number;
            }
        }
        throw line.refused("has a number that must be from " + min + " to " + max + " and not 0");
    }

    private static Weekday weekday(ICalendarLine line, String text) {
        Matcher form = WEEKDAY.matcher(text);
        if (!form.matches()) {
            throw line.refused("has a BYDAY that is no weekday such as MO, 4TH or -1FR");
        }
        int nth = form.group(1) == null ? 0 : Integer.parseInt(form.group(1));
        return new Weekday(nth, DayOfWeek.of(WEEKDAYS.indexOf(form.group(2)) + 1));
    }
}
