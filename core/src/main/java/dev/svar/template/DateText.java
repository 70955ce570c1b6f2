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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as texts: {@code now}, seconds since 1970, {@code 2026-03-14}, {@code 2026-03-14T15:09:26+01:00} and what looks
 * like it, {@code 14.3.2026} with the day first, {@code March 14th, 2026 at 3:09 PM}, {@code Sat, 14 Mar 2026 15:09:26 GMT},
 * {@code 15:09} for today. An offset in the text stays as it is. A text with a word that is none of this says no date.
 */
final class DateText {
    private static final int MAX_LENGTH = 64;
    private static final Pattern MIDNIGHT_AT_THE_END = Pattern.compile("24:00(:00(\\.0+)?)?");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Set<String> HALVES = Set.of("am", "a.m.", "pm", "p.m.");
    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");
    private static final Set<String> FILLERS = Set.of("at", "of");

    /** UTC and the names of zones that mail headers know (RFC 5322, 4.3), with their hours. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("z", 0),
            Map.entry("utc", 0),
            Map.entry("gmt", 0),
            Map.entry("edt", -4),
            Map.entry("est", -5),
            Map.entry("cdt", -5),
            Map.entry("cst", -6),
            Map.entry("mdt", -6),
            Map.entry("mst", -7),
            Map.entry("pdt", -7),
            Map.entry("pst", -8));

    private final List<String> words;
    private int at;
    private int year = -1;
    private int month = -1;
    private int day = -1;
    private @Nullable LocalTime time;
    private boolean nextDay;
    private @Nullable ZoneId offset;

    private DateText(List<String> words) {
        this.words = words;
    }

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
        DateText date = new DateText(DateWords.of(trimmed));
        try {
            return date.read() ? date.result(zone, now) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private boolean read() {
        while (at < words.size()) {
            if (!take(words.get(at))) {
                return false;
            }
            at++;
        }
        return true;
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
        if (digits(word, 1, 2) && at + 1 < words.size() && HALVES.contains(words.get(at + 1))) {
            time = LocalTime.of(Integer.parseInt(word), 0);
            return true;
        }
        return takeNumber(word) || takeDate(word);
    }

    private boolean takeNumber(String word) {
        if (digits(word, 4, 4) && year < 0) {
            year = Integer.parseInt(word);
        } else if (digits(word, 1, 2) && day < 0) {
            day = Integer.parseInt(word);
        } else if (digits(word, 8, 8) && year < 0) {
            year = Integer.parseInt(word.substring(0, 4));
            month = Integer.parseInt(word.substring(4, 6));
            day = Integer.parseInt(word.substring(6));
        } else if (digits(word, 6, 6) && day > 0 && time == null) {
            time = LocalTime.of(
                    Integer.parseInt(word.substring(0, 2)),
                    Integer.parseInt(word.substring(2, 4)),
                    Integer.parseInt(word.substring(4)));
        } else {
            return false;
        }
        return true;
    }

    /** The year first or the day first, the month in the middle as a number or a name. */
    private boolean takeDate(String word) {
        String[] parts = word.split("[-/.]", 4);
        if (parts.length != 3 || year >= 0) {
            return false;
        }
        boolean yearFirst = digits(parts[0], 4, 4) && digits(parts[2], 1, 2);
        boolean dayFirst = digits(parts[0], 1, 2) && digits(parts[2], 4, 4);
        if (!(yearFirst || dayFirst)) {
            return false;
        }
        year = Integer.parseInt(parts[yearFirst ? 0 : 2]);
        day = Integer.parseInt(parts[yearFirst ? 2 : 0]);
        if (digits(parts[1], 1, 2)) {
            month = Integer.parseInt(parts[1]);
            return true;
        }
        return takeMonth(parts[1]);
    }

    private boolean takeMonth(String word) {
        int found = word.length() < 3 ? -1 : MONTHS.indexOf(word.substring(0, 3));
        if (found >= 0) {
            month = found + 1;
        }
        return found >= 0;
    }

    private boolean takeName(String word) {
        Integer hours = ZONES.get(word);
        if (hours != null) {
            offset = ZoneOffset.ofHours(hours);
            return true;
        }
        if (HALVES.contains(word)) {
            return takeHalf(word.charAt(0) == 'p');
        }
        if (ORDINALS.contains(word)) {
            return at > 0 && digits(words.get(at - 1), 1, 2);
        }
        boolean weekday = word.length() >= 3 && WEEKDAYS.contains(word.substring(0, 3));
        return takeMonth(word) || weekday || FILLERS.contains(word);
    }

    private boolean takeHalf(boolean afternoon) {
        if (time == null || time.getHour() < 1 || time.getHour() > 12) {
            return false;
        }
        time = time.withHour(time.getHour() % 12 + (afternoon ? 12 : 0));
        return true;
    }

    private boolean takeTime(String word) {
        String[] parts = word.split(":", 4);
        String[] seconds = parts.length == 3 ? parts[2].split("\\.", 2) : new String[] {"0"};
        boolean valid =
                parts.length <= 3 && digits(parts[0], 1, 2) && digits(parts[1], 2, 2) && digits(seconds[0], 1, 2);
        if (!valid || (seconds.length == 2 && !digits(seconds[1], 1, 9))) {
            return false;
        }
        if (MIDNIGHT_AT_THE_END.matcher(word).matches()) {
            time = LocalTime.MIDNIGHT;
            nextDay = true;
            return true;
        }
        int nanos = seconds.length == 2 ? Integer.parseInt((seconds[1] + "00000000").substring(0, 9)) : 0;
        time = LocalTime.of(
                Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(seconds[0]), nanos);
        return true;
    }

    private boolean takeOffset(String word) {
        String number = word.substring(1).replace(":", "");
        boolean hours = time != null && digits(number, 2, 2);
        if (!hours && !digits(number, 4, 4)) {
            return false;
        }
        int value = Integer.parseInt(number);
        int minutes = hours ? value * 60 : value / 100 * 60 + value % 100;
        offset = ZoneOffset.ofTotalSeconds((word.charAt(0) == '-' ? -60 : 60) * minutes);
        return true;
    }

    private Optional<ZonedDateTime> result(ZoneId zone, Instant now) {
        ZoneId there = offset == null ? zone : offset;
        LocalDate today = now.atZone(there).toLocalDate();
        if (year < 0 && month < 0 && day < 0 && time != null) {
            return Optional.of(ZonedDateTime.of(nextDay ? today.plusDays(1) : today, time, there));
        }
        if (year < 0 && month > 0 && day > 0) {
            year = today.getYear();
        }
        if (year < 0 || month < 0) {
            return Optional.empty();
        }
        LocalDate date = LocalDate.of(year, month, day < 0 ? 1 : day);
        return Optional.of(
                ZonedDateTime.of(nextDay ? date.plusDays(1) : date, time == null ? LocalTime.MIDNIGHT : time, there));
    }

    private static boolean digits(String text, int min, int max) {
        return text.length() >= min && text.length() <= max && text.chars().allMatch(c -> Scan.digit((char) c));
    }
}
