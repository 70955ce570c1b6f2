package dev.svar.sla;

import dev.svar.error.InvalidValueException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code 09:00-17:00}. Errors show the shape of the text, digits as 9 and letters as a, never the text. */
final class IntervalParser {
    private static final Pattern FORM = Pattern.compile("([0-9]{2}):([0-9]{2})-([0-9]{2}):([0-9]{2})");
    private static final String ALLOWED =
            "allowed is HH:MM-HH:MM with times from 00:00 to 23:59, 24:00 as the end only, an end before the start"
                    + " to pass midnight, and equal ends never (a whole day is 00:00-24:00)";
    private static final int MAX_SHAPE = 40;

    private IntervalParser() {}

    static LocalInterval parse(String field, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new InvalidValueException(field, "has the shape '" + shape(text) + "', " + ALLOWED);
        }
        int start = minute(form.group(1), form.group(2));
        int end = minute(form.group(3), form.group(4));
        if (start < 0 || start == LocalInterval.DAY) {
            throw new InvalidValueException(field, "has no such time of day as its start, " + ALLOWED);
        }
        if (end < 0) {
            throw new InvalidValueException(field, "has no such time of day as its end, " + ALLOWED);
        }
        if (start == end) {
            throw new InvalidValueException(field, "ends at the minute it starts, " + ALLOWED);
        }
        return new LocalInterval(start, start < end ? end : end + LocalInterval.DAY);
    }

    /** The minute of the day, up to 24:00, or -1. */
    private static int minute(String hours, String minutes) {
        int hour = Integer.parseInt(hours);
        int minute = Integer.parseInt(minutes);
        int ofDay = hour * 60 + minute;
        return minute < 60 && ofDay <= LocalInterval.DAY ? ofDay : -1;
    }

    private static String shape(String text) {
        StringBuilder shape = new StringBuilder();
        text.codePoints().limit(MAX_SHAPE).forEach(c -> shape.append(shape(c)));
        return text.codePointCount(0, text.length()) > MAX_SHAPE ? shape + "..." : shape.toString();
    }

    private static char shape(int c) {
        if (Character.isDigit(c)) {
            return '9';
        }
        if (Character.isLetter(c)) {
            return 'a';
        }
        return c >= ' ' && c < 0x7f ? (char) c : '?';
    }
}
