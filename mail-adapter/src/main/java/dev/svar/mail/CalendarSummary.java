package dev.svar.mail;

import java.util.Optional;

/** What an invitation (RFC 5545) is about, in one line, for a mail that says nothing else. */
final class CalendarSummary {
    private static final int MAX_LENGTH = 500;

    private CalendarSummary() {}

    static Optional<String> of(String calendar) {
        String unfolded = calendar.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
        Optional<String> summary = value(unfolded, "SUMMARY");
        Optional<String> start = value(unfolded, "DTSTART");
        return summary.map(s -> PlainText.line(start.map(t -> s + ", " + t).orElse(s), MAX_LENGTH));
    }

    private static Optional<String> value(String calendar, String name) {
        int event = Math.max(0, calendar.indexOf("BEGIN:VEVENT"));
        return calendar.substring(event)
                .lines()
                .filter(line -> line.startsWith(name + ":") || line.startsWith(name + ";"))
                .map(line -> line.substring(line.indexOf(':') + 1)
                        .replace("\\,", ",")
                        .replace("\\;", ";")
                        .replace("\\n", " "))
                .filter(value -> !value.isBlank())
                .findFirst();
    }
}
