package dev.svar.sla;

import dev.svar.error.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Finds the events of an iCalendar stream. All other components, and those within events, are passed over. */
final class ICalendarReader {
    static final int MAX_BYTES = 2 << 20;
    static final int MAX_EVENTS = 10_000;

    private static final int MAX_DEPTH = 10;

    private final Deque<String> components = new ArrayDeque<>();
    private final List<ICalendarEvent> events = new ArrayList<>();
    private ICalendarDraft draft = new ICalendarDraft();
    private boolean any;

    private ICalendarReader() {}

    static Holidays read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new InvalidValueException("iCalendar stream", "is longer than " + MAX_BYTES + " bytes");
        }
        ICalendarReader reader = new ICalendarReader();
        ICalendarLines.of(bytes).forEach(reader::take);
        if (!reader.any || !reader.components.isEmpty()) {
            throw new InvalidValueException("iCalendar stream", "must be from BEGIN:VCALENDAR to END:VCALENDAR");
        }
        return new ICalendarHolidays(List.copyOf(reader.events));
    }

    private void take(ICalendarLine line) {
        if (components.isEmpty() && !line.is("BEGIN", "VCALENDAR")) {
            throw line.refused("is outside of a calendar, BEGIN:VCALENDAR must come first");
        }
        any = true;
        switch (line.name()) {
            case "BEGIN" -> begin(line);
            case "END" -> end(line);
            default -> {
                if (isInEvent()) {
                    draft.take(line);
                }
            }
        }
    }

    private void begin(ICalendarLine line) {
        if (components.size() == MAX_DEPTH) {
            throw line.refused("is component in component more than " + MAX_DEPTH + " deep");
        }
        components.push(line.value().strip());
        if (isInEvent()) {
            draft = new ICalendarDraft();
        }
    }

    private void end(ICalendarLine line) {
        if (!line.is("END", components.getFirst())) {
            throw line.refused("ends another component than the one that is open");
        }
        if (isInEvent()) {
            Optional<ICalendarEvent> event = draft.finished(line);
            if (event.isPresent() && events.size() == MAX_EVENTS) {
                throw line.refused("ends one event more than the " + MAX_EVENTS + " that are allowed");
            }
            event.ifPresent(events::add);
        }
        components.pop();
    }

    private boolean isInEvent() {
        return components.size() == 2 && components.getFirst().equalsIgnoreCase("VEVENT");
    }
}
