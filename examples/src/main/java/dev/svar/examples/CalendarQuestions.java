package dev.svar.examples;

import dev.svar.error.SvarException;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.CalendarSpan;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Questions to a calendar, a line each, and the lines that answer them. */
record CalendarQuestions(BusinessCalendar calendar) {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    List<String> answer(String line) {
        String[] words = SPACES.split(line.strip(), -1);
        String question = words.length == 3 ? words[0] : "";
        try {
            return switch (question) {
                case "plus" -> List.of(plus(words[1], words[2]));
                case "between" -> List.of(between(words[1], words[2]));
                case "explain" -> explain(words[1], words[2]);
                default ->
                    List.of(
                            "error: a line is plus INSTANT DURATION, between INSTANT INSTANT or explain INSTANT INSTANT");
            };
        } catch (DateTimeException e) {
            return List.of("error: an instant is written 2026-11-20T09:00:00Z, a duration PT8H30M or P1DT2H");
        } catch (SvarException e) {
            return List.of("error: " + e.getMessage());
        }
    }

    private String plus(String start, String duration) {
        return calendar.plus(Instant.parse(start), Duration.parse(duration)).toString();
    }

    /** In whole seconds; fractions are dropped, also of a negative answer. */
    private String between(String from, String to) {
        Duration open = calendar.between(Instant.parse(from), Instant.parse(to));
        return String.valueOf(open.isNegative() ? -open.negated().toSeconds() : open.toSeconds());
    }

    private List<String> explain(String from, String to) {
        return calendar.explain(Instant.parse(from), Instant.parse(to)).stream()
                .map(CalendarQuestions::told)
                .toList();
    }

    private static String told(CalendarSpan span) {
        return span.from() + " " + span.to() + (span.counted() ? " counted " : " skipped ") + span.reason();
    }
}
