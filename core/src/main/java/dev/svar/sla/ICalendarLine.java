package dev.svar.sla;

import dev.svar.error.InvalidValueException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A content line of RFC 5545, unfolded: a name and a value, without the parameters between them.
 *
 * @param number where it begins, counting the lines of the stream from 1
 */
record ICalendarLine(int number, String name, String value) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+");
    private static final Pattern DATE = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");

    static ICalendarLine parse(int number, String text) {
        int colon = colon(text);
        String head = colon < 0 ? "" : text.substring(0, colon);
        String name = head.contains(";") ? head.substring(0, head.indexOf(';')) : head;
        if (!NAME.matcher(name).matches()) {
            throw new InvalidValueException(field(number), "is not of the form NAME:VALUE or NAME;PARAMETER=...:VALUE");
        }
        return new ICalendarLine(number, name.toUpperCase(Locale.ROOT), text.substring(colon + 1));
    }

    /** The first colon that is not between quotation marks, or -1. */
    private static int colon(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (text.charAt(i) == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    static String field(int number) {
        return "iCalendar line " + number;
    }

    boolean is(String wantedName, String wantedValue) {
        return name.equals(wantedName) && value.strip().equalsIgnoreCase(wantedValue);
    }

    InvalidValueException refused(String problem) {
        return new InvalidValueException(field(number) + " (" + name + ")", problem);
    }

    /** The value as a date, of which {@code VALUE=DATE} is the rule and eight digits alone leave no doubt. */
    LocalDate date() {
        return date(value);
    }

    LocalDate date(String text) {
        Matcher form = DATE.matcher(text.strip());
        if (!form.matches()) {
            throw refused("is not a date, YYYYMMDD: only whole days can be holidays");
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
        } catch (DateTimeException e) {
            throw refused("is no date of any calendar year");
        }
    }

    /** The value as text, its escapes undone, on one line. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                c = value.charAt(i) == 'n' || value.charAt(i) == 'N' ? ' ' : value.charAt(i);
            }
            text.append(Character.isISOControl(c) ? ' ' : c);
        }
        return text.toString().strip();
    }
}
