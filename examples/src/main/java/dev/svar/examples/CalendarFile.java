package dev.svar.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.svar.error.SvarException;
import dev.svar.sla.BusinessCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A calendar in a JSON file: {@code {"zone":"Europe/Oslo","hours":{"MONDAY":["09:00-17:00"]},
 * "holidays":["2026-12-25"],"exceptions":{"2026-12-24":["09:00-12:00"]}}}. Only the zone must be there; a field that is
 * unknown or there twice is an error, so that none is passed over in silence.
 */
final class CalendarFile {
    private static final int MAX_BYTES = 1 << 20;
    private static final Set<String> FIELDS = Set.of("zone", "hours", "holidays", "exceptions");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CalendarFile() {}

    static BusinessCalendar named(String... arguments) {
        if (arguments.length != 1) {
            throw new UsageException("the one argument is the calendar's file, BusinessTime CALENDAR.json");
        }
        try {
            return calendar(JSON.readTree(bytes(Path.of(arguments[0]))));
        } catch (JsonProcessingException e) {
            throw new UsageException(arguments[0] + " is no JSON: " + e.getOriginalMessage());
        } catch (IOException | InvalidPathException e) {
            throw new UsageException(arguments[0] + " cannot be read");
        } catch (UsageException | SvarException e) {
            throw new UsageException(arguments[0] + ": " + e.getMessage());
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new UsageException("is longer than " + MAX_BYTES + " bytes");
            }
            return bytes;
        }
    }

    private static BusinessCalendar calendar(JsonNode file) {
        for (Map.Entry<String, JsonNode> field : object("the file", file)) {
            if (!FIELDS.contains(field.getKey())) {
                throw new UsageException("field " + field.getKey() + " is unknown, known are "
                        + FIELDS.stream().sorted().toList());
            }
        }
        BusinessCalendar.Builder calendar = BusinessCalendar.builder(zone(text("zone", file.path("zone"))));
        for (Map.Entry<String, JsonNode> day : object("hours", file.path("hours"))) {
            String[] hours = texts("hours of " + day.getKey(), day.getValue());
            DayOfWeek weekday = weekday(day.getKey());
            if (hours.length > 0) {
                calendar.open(weekday, hours);
            }
        }
        for (String date : texts("holidays", file.path("holidays"))) {
            calendar.holiday(date("holidays", date), date);
        }
        for (Map.Entry<String, JsonNode> day : object("exceptions", file.path("exceptions"))) {
            calendar.exception(date("exceptions", day.getKey()), day.getKey(), texts("exceptions", day.getValue()));
        }
        return calendar.build();
    }

    private static Set<Map.Entry<String, JsonNode>> object(String field, JsonNode node) {
        if (!node.isObject() && !node.isMissingNode()) {
            throw new UsageException(field + " must be an object, {...}");
        }
        return node.properties();
    }

    private static String[] texts(String field, JsonNode node) {
        if (!node.isArray() && !node.isMissingNode()) {
            throw new UsageException(field + " must be a list, [...]");
        }
        List<String> texts = new ArrayList<>();
        node.forEach(text -> texts.add(text(field, text)));
        return texts.toArray(String[]::new);
    }

    private static String text(String field, JsonNode node) {
        if (!node.isTextual()) {
            throw new UsageException(field + " must hold text, \"...\"");
        }
        return node.textValue();
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new UsageException("zone is unknown, it is written as in Europe/Oslo");
        }
    }

    private static DayOfWeek weekday(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(name))
                .findAny()
                .orElseThrow(() -> new UsageException(
                        "hours name the weekday " + name + ", weekdays are " + Arrays.toString(DayOfWeek.values())));
    }

    private static LocalDate date(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UsageException(field + " hold " + text + ", a date is written 2026-12-25");
        }
    }
}
