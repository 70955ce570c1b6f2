package dev.svar.jdbc;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Writes instants, and reads them and durations, in the form of {@code toString}. A page of tickets holds hundreds of them, and
 * the formatters of the JDK, which know all other forms too, would take most of its time; they get what is not in the common
 * form.
 */
final class WrittenTime {
    private static final String SECONDS = "0000-00-00T00:00:00";
    private static final String UNITS = "HMS";
    private static final int NANO_DIGITS = 9;
    private static final int NOT_A_NUMBER = -1;
    private static final int MAX_DIGITS = 9;
    private static final int NANOS_OF_MICRO = 1_000;
    private static final int MILLI = 1_000;

    /** Others are not written with four digits. */
    private static final int FIRST_YEAR = 0;

    private static final int LAST_YEAR = 9_999;

    private WrittenTime() {}

    /** As {@link Instant#toString}, of an instant without parts of a microsecond. */
    static String text(Instant at) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), ZoneOffset.UTC);
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            return at.toString();
        }
        int micros = at.getNano() / NANOS_OF_MICRO;
        int fraction = micros == 0 ? 0 : micros % MILLI == 0 ? 3 : 6;
        byte[] text = (SECONDS + ".000000".substring(0, fraction == 0 ? 0 : fraction + 1) + "Z")
                .getBytes(StandardCharsets.ISO_8859_1);
        digits(text, 0, 4, time.getYear());
        digits(text, 5, 2, time.getMonthValue());
        digits(text, 8, 2, time.getDayOfMonth());
        digits(text, 11, 2, time.getHour());
        digits(text, 14, 2, time.getMinute());
        digits(text, 17, 2, time.getSecond());
        digits(text, SECONDS.length() + 1, fraction, fraction == 3 ? micros / MILLI : micros);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void digits(byte[] text, int from, int count, int number) {
        int rest = number;
        for (int i = from + count - 1; i >= from; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** @throws java.time.DateTimeException if it is none */
    static Instant instant(String text) {
        int end = text.length() - 1;
        boolean common = end >= SECONDS.length()
                && text.charAt(end) == 'Z'
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
        int year = common ? number(text, 0, 4) : NOT_A_NUMBER;
        int month = common ? number(text, 5, 7) : NOT_A_NUMBER;
        int day = common ? number(text, 8, 10) : NOT_A_NUMBER;
        int hour = common ? number(text, 11, 13) : NOT_A_NUMBER;
        int minute = common ? number(text, 14, 16) : NOT_A_NUMBER;
        int second = common ? number(text, 17, 19) : NOT_A_NUMBER;
        int nano = common ? nanos(text, SECONDS.length(), end) : NOT_A_NUMBER;
        boolean read = year >= 0 && month >= 0 && day >= 0 && hour >= 0 && minute >= 0 && second >= 0 && nano >= 0;
        // The JDK knows midnight at the end of a day and leap seconds.
        return read && hour < 24 && second < 60
                ? LocalDate.of(year, month, day)
                        .atTime(LocalTime.of(hour, minute, second, nano))
                        .toInstant(ZoneOffset.UTC)
                : Instant.parse(text);
    }

    private static int nanos(String text, int from, int end) {
        int digits = end - from - 1;
        if (from == end) {
            return 0;
        } else if (text.charAt(from) != '.' || digits < 1 || digits > NANO_DIGITS) {
            return NOT_A_NUMBER;
        }
        int nanos = number(text, from + 1, end);
        for (int i = digits; i < NANO_DIGITS && nanos > 0; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** @throws java.time.DateTimeException if it is none */
    static Duration duration(String text) {
        return text.startsWith("PT") ? ofParts(text) : Duration.parse(text);
    }

    /** Whole hours, minutes and seconds, in this order. */
    private static Duration ofParts(String text) {
        long seconds = 0;
        int unit = 0;
        int from = 2;
        for (int i = from; i < text.length(); i++) {
            int at = UNITS.indexOf(text.charAt(i), unit);
            if (at >= 0) {
                int number = number(text, from, i);
                if (number < 0) {
                    return Duration.parse(text);
                }
                seconds += number * (at == 0 ? 3600L : at == 1 ? 60L : 1L);
                unit = at + 1;
                from = i + 1;
            }
        }
        return from == text.length() && from > 2 ? Duration.ofSeconds(seconds) : Duration.parse(text);
    }

    /** Digits only, few enough to fit. */
    private static int number(String text, int from, int to) {
        if (from >= to || to - from > MAX_DIGITS) {
            return NOT_A_NUMBER;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NOT_A_NUMBER;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
