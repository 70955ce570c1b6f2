package dev.svar.sla;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of one event, as far as they bear on its dates, until it is whole. */
final class ICalendarDraft {
    private static final Pattern WHOLE_DAYS = Pattern.compile("\\+?P(?:([0-9]{1,3})D|([0-9]{1,2})W)");
    private static final Set<String> ONCE = Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "SUMMARY", "STATUS");
    private static final Set<String> REFUSED = Set.of("RDATE", "EXRULE", "RECURRENCE-ID");
    private static final String UNNAMED = "unnamed";

    private final Map<String, ICalendarLine> lines = new HashMap<>();
    private final Set<LocalDate> without = new HashSet<>();

    void take(ICalendarLine line) {
        if (REFUSED.contains(line.name())) {
            throw line.refused(
                    "changes single dates of a recurring event, which is not supported: write events for them");
        }
        if (line.name().equals("EXDATE")) {
            for (String date : line.value().split(",", -1)) {
                without.add(line.date(date));
            }
        } else if (ONCE.contains(line.name()) && lines.put(line.name(), line) != null) {
            throw line.refused("is there twice in one event");
        }
    }

    /** The event, unless it is cancelled; the line is the one that ends it. */
    Optional<ICalendarEvent> finished(ICalendarLine last) {
        if (of("STATUS").filter(status -> status.is("STATUS", "CANCELLED")).isPresent()) {
            return Optional.empty();
        }
        LocalDate start = of("DTSTART")
                .orElseThrow(() -> last.refused("ends an event without DTSTART"))
                .date();
        Optional<ICalendarRule> rule = of("RRULE").map(line -> ICalendarRule.parse(line, start));
        return Optional.of(new ICalendarEvent(name(), start, days(start), rule, Set.copyOf(without)));
    }

    private Optional<ICalendarLine> of(String name) {
        return Optional.ofNullable(lines.get(name));
    }

    private String name() {
        String summary = of("SUMMARY").map(ICalendarLine::text).orElse("");
        if (summary.isBlank()) {
            return UNNAMED;
        }
        int end = Math.min(summary.length(), Holiday.MAX_NAME_LENGTH);
        boolean parted = end < summary.length() && Character.isHighSurrogate(summary.charAt(end - 1));
        return summary.substring(0, parted ? end - 1 : end);
    }

    private int days(LocalDate start) {
        Optional<ICalendarLine> end = of("DTEND");
        Optional<ICalendarLine> duration = of("DURATION");
        if (end.isPresent() && duration.isPresent()) {
            throw duration.get().refused("is there beside DTEND, an event has only one of them");
        }
        ICalendarLine line = end.or(() -> duration).orElse(null);
        if (line == null) {
            return 1;
        }
        long days = end.isPresent() ? ChronoUnit.DAYS.between(start, line.date()) : wholeDays(line);
        if (days < 1 || days > ICalendarEvent.MAX_DAYS) {
            throw line.refused("makes it " + days + " days long, it must be from 1 to " + ICalendarEvent.MAX_DAYS
                    + " (the end is the first date after it)");
        }
        return (int) days;
    }

    private static int wholeDays(ICalendarLine line) {
        Matcher form = WHOLE_DAYS.matcher(line.value().strip());
        if (!form.matches()) {
            throw line.refused("is not of whole days or weeks, such as P1D");
        }
        return form.group(1) != null ? Integer.parseInt(form.group(1)) : 7 * Integer.parseInt(form.group(2));
    }
}
