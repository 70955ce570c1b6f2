package dev.svar;

import dev.svar.error.InvalidValueException;
import dev.svar.ticket.Absorbed;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far a timeline has been read: for each ticket in it, by the value of its number, the sequence of its last event that
 * was shown. So a page costs the same wherever it begins, and no event is shown twice or left out whatever the clocks of the
 * nodes say and whatever happens between two pages.
 */
record TimelineCursor(SortedMap<Long, Long> shown) {
    static final TimelineCursor START = new TimelineCursor(new TreeMap<>());

    private static final String BETWEEN = "_";
    private static final int MAX_TICKETS = Absorbed.MAX_MERGED + 1;
    private static final int MAX_LENGTH = MAX_TICKETS * 28;

    long after(long number) {
        return shown.getOrDefault(number, 0L);
    }

    /** Text of letters, digits, dots and underscores, as fits into an address. */
    String text() {
        return shown.entrySet().stream()
                .map(e -> digits(e.getKey()) + "." + digits(e.getValue()))
                .collect(Collectors.joining(BETWEEN));
    }

    static TimelineCursor read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw unknown();
        }
        SortedMap<Long, Long> shown = new TreeMap<>();
        for (String pair : text.split(BETWEEN, -1)) {
            String[] parts = pair.split("\\.", -1);
            if (parts.length != 2 || shown.put(number(parts[0]), number(parts[1])) != null) {
                throw unknown();
            }
        }
        return new TimelineCursor(shown);
    }

    static TimelineCursor of(Map<Long, Long> shown) {
        return new TimelineCursor(new TreeMap<>(shown));
    }

    private static String digits(long value) {
        return Long.toString(value, Character.MAX_RADIX);
    }

    private static long number(String digits) {
        try {
            long value = Long.parseLong(digits, Character.MAX_RADIX);
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw unknown();
        }
        throw unknown();
    }

    private static InvalidValueException unknown() {
        return new InvalidValueException("timeline.cursor", "is not one that a page of this timeline gave");
    }
}
