package dev.svar.template;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Dates as texts: {@code now}, seconds since 1970, {@code 2026-03-14}, {@code 2026-03-14T15:09:26+01:00} and what looks
 * like it, {@code March 14, 2026}, {@code Sat, 14 Mar 2026 15:09:26 GMT}. An offset in the text stays as it is.
 */
final class DateText {
    private static final int MAX_LENGTH = 64;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private int year = -1;
    private int month = -1;
    private int day = -1;
    private LocalTime time = LocalTime.MIDNIGHT;
    private @Nullable ZoneId offset;

    private DateText() {}

    static Optional<ZonedDateTime> parse(String text, ZoneId zone, Instant now) {
        String trimmed = text.strip().toLowerCase(Locale.ROOT);
        if (trimmed.equals("now") || trimmed.equals("today")) {
            return Optional.of(now.atZone(zone));
        }
        if (trimmed.isEmpty() || trimmed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (digits(trimmed, 1, 12)) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(trimmed)).atZone(zone));
        }
        DateText parts = new DateText();
        StringTokenizer words = new StringTokenizer(separated(trimmed), " ,\t\n");
        while (words.hasMoreTokens()) {
            if (!parts.take(words.nextToken())) {
                return Optional.empty();
            }
        }
        return parts.result(zone, now.atZone(zone).toLocalDate());
    }

    /** Puts spaces where date, time and offset touch. */
    private static String separated(String text) {
        StringBuilder result = new StringBuilder();
        boolean inTime = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean afterDigit = i > 0 && Scan.digit(text.charAt(i - 1));
            boolean beforeDigit = i + 1 < text.length() && Scan.digit(text.charAt(i + 1));
            inTime = inTime || c == ':';
            if (c == 't' && afterDigit && beforeDigit) {
                result.append(' ');
            } else if (afterDigit && (c == 'z' || (inTime && (c == '+' || c == '-')))) {
                result.append(' ').append(c);
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }

    private boolean take(String word) {
        char first = word.charAt(0);
        if (first == '+' || first == '-') {
            return takeOffset(word);
        }
        if (!Scan.digit(first)) {
            return takeName(word);
        }
        if (word.indexOf(':') > 0) {
            return takeTime(word);
        }
        String[] parts = word.split("[-/]", 4);
        if (parts.length == 3 && digits(parts[0], 4, 4) && digits(parts[1], 1, 2) && digits(parts[2], 1, 2)) {
            year = Integer.parseInt(parts[0]);
            month = Integer.parseInt(parts[1]);
            day = Integer.parseInt(parts[2]);
            return true;
        }
        if (digits(word, 4, 4)) {
            year = Integer.parseInt(word);
            return true;
        }
        if (digits(word, 1, 2) && day < 0) {
            day = Integer.parseInt(word);
            return true;
        }
        return false;
    }

    private boolean takeName(String word) {
        if (word.equals("z") || word.equals("utc") || word.equals("gmt")) {
            offset = ZoneOffset.UTC;
            return true;
        }
        if (word.length() < 3) {
            return false;
        }
        int found = MONTHS.indexOf(word.substring(0, 3));
        if (found >= 0) {
            month = found + 1;
            return true;
        }
        return WEEKDAYS.contains(word.substring(0, 3));
    }

    private boolean takeTime(String word) {
        String[] parts = word.split(":", 4);
        String[] seconds = parts.length == 3 ? parts[2].split("\\.", 2) : new String[] {"0"};
        boolean valid =
                parts.length <= 3 && digits(parts[0], 1, 2) && digits(parts[1], 2, 2) && digits(seconds[0], 1, 2);
        if (!valid || (seconds.length == 2 && !digits(seconds[1], 1, 9))) {
            return false;
        }
        int nanos = seconds.length == 2 ? Integer.parseInt((seconds[1] + "00000000").substring(0, 9)) : 0;
        time = LocalTime.of(
                Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(seconds[0]), nanos);
        return true;
    }

    private boolean takeOffset(String word) {
        String number = word.substring(1).replace(":", "");
        if (!digits(number, 4, 4)) {
            return false;
        }
        int minutes = Integer.parseInt(number) / 100 * 60 + Integer.parseInt(number) % 100;
        offset = ZoneOffset.ofTotalSeconds((word.charAt(0) == '-' ? -60 : 60) * minutes);
        return true;
    }

    private Optional<ZonedDateTime> result(ZoneId zone, LocalDate today) {
        if (year < 0 && month > 0 && day > 0) {
            year = today.getYear();
        }
        if (year < 0 || month < 0) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(year, month, Math.max(1, day));
            return Optional.of(ZonedDateTime.of(date, time, offset == null ? zone : offset));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean digits(String text, int min, int max) {
        return text.length() >= min && text.length() <= max && text.chars().allMatch(c -> Scan.digit((char) c));
    }
}
