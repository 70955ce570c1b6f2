package dev.svar.template;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * The formats of {@code strftime}, with the flags {@code - _ 0 ^ #} and a width. The names of months and weekdays are
 * those of the locale: beside a day number in the form that a date has inside a sentence, else as they stand alone.
 */
final class Strftime {
    private static final int MAX_WIDTH = 64;
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    private final ZonedDateTime time;
    private final CalendarNames names;
    private final String format;

    private Strftime(ZonedDateTime time, Locale locale, String format) {
        this.time = time;
        this.names = CalendarNames.in(locale);
        this.format = format;
    }

    static Value format(ZonedDateTime time, String format, Rendering rendering) {
        Strftime strftime = new Strftime(time, rendering.context().locale(), format);
        BoundedText result = rendering.builder();
        int at = 0;
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            if (percent < 0) {
                break;
            }
            result.append(format, at, percent);
            Directive directive = Directive.at(format, percent);
            result.append(strftime.written(directive));
            at = directive.end();
        }
        return result.append(format, at, format.length()).value();
    }

    /** How a point in time prints without a format. */
    static String plain(ZonedDateTime time) {
        Strftime strftime = new Strftime(time, Locale.ENGLISH, "");
        String zone = time.getOffset().getTotalSeconds() == 0 ? "UTC" : strftime.offset("", false);
        return time.getYear() + "-" + two(time.getMonthValue()) + "-" + two(time.getDayOfMonth()) + " "
                + strftime.clock() + " " + zone;
    }

    private boolean besideDay() {
        for (int percent = format.indexOf('%'); percent >= 0; ) {
            Directive directive = Directive.at(format, percent);
            if (directive.letter() == 'd' || directive.letter() == 'e') {
                return true;
            }
            percent = format.indexOf('%', directive.end());
        }
        return false;
    }

    /** A percent sign, its flags, its width and its letter; the letter is NUL if the format ends before it. */
    private record Directive(int start, int end, String flags, int width, int colons, char letter) {
        static Directive at(String format, int percent) {
            int at = percent + 1;
            while (at < format.length() && "-_0^#".indexOf(format.charAt(at)) >= 0) {
                at++;
            }
            String flags = format.substring(percent + 1, at);
            int width = 0;
            while (at < format.length() && Scan.digit(format.charAt(at))) {
                width = Math.min(MAX_WIDTH, width * 10 + format.charAt(at) - '0');
                at++;
            }
            int colons = 0;
            while (at < format.length() && format.charAt(at) == ':') {
                colons++;
                at++;
            }
            if (modified(format, at, 'E', "cCxXyY") || modified(format, at, 'O', "deHkIlmMSuUVwWy")) {
                at++;
            }
            return at < format.length()
                    ? new Directive(percent, at + 1, flags, width, colons, format.charAt(at))
                    : new Directive(percent, at, flags, width, colons, '\0');
        }

        /** Whether this letter asks for another calendar or other digits of the locale; there are none. */
        private static boolean modified(String format, int at, char modifier, String letters) {
            return at + 1 < format.length()
                    && format.charAt(at) == modifier
                    && letters.indexOf(format.charAt(at + 1)) >= 0;
        }

        boolean flag(char flag) {
            return flags.indexOf(flag) >= 0;
        }

        String number(long value, int digits, char pad) {
            if (flag('-')) {
                return String.valueOf(value);
            }
            char chosen = flag('_') ? ' ' : flag('0') ? '0' : pad;
            return padded(String.valueOf(Math.abs(value)), Math.max(digits, width), chosen, value < 0);
        }

        String text(String value) {
            String cased = flag('^') || flag('#') ? value.toUpperCase(Locale.ROOT) : value;
            return flag('-') ? cased : padded(cased, width, flag('0') ? '0' : ' ', false);
        }

        private static String padded(String value, int width, char pad, boolean negative) {
            String sign = negative ? "-" : "";
            int missing = width - value.length() - sign.length();
            if (missing <= 0) {
                return negative ? sign + value : value;
            }
            String fill = String.valueOf(pad).repeat(missing);
            return pad == '0' ? sign + fill + value : fill + sign + value;
        }
    }

    private String written(Directive d) {
        if (d.colons() > 0 && d.letter() != 'z') {
            return format.substring(d.start(), d.end());
        }
        return switch (d.letter()) {
            case 'Y' -> d.number(time.getYear(), time.getYear() < 0 ? 5 : 4, '0');
            case 'C' -> d.number(Math.floorDiv(time.getYear(), 100), 2, '0');
            case 'y' -> d.number(Math.floorMod(time.getYear(), 100), 2, '0');
            case 'm' -> d.number(time.getMonthValue(), 2, '0');
            case 'B' -> d.text(month(besideDay() ? TextStyle.FULL : TextStyle.FULL_STANDALONE));
            case 'b', 'h' -> d.text(month(besideDay() ? TextStyle.SHORT : TextStyle.SHORT_STANDALONE));
            case 'd' -> d.number(time.getDayOfMonth(), 2, '0');
            case 'e' -> d.number(time.getDayOfMonth(), 2, ' ');
            case 'j' -> d.number(time.getDayOfYear(), 3, '0');
            case 'A' -> d.text(weekday(TextStyle.FULL));
            case 'a' -> d.text(weekday(TextStyle.SHORT));
            case 'u' -> d.number(time.getDayOfWeek().getValue(), 1, '0');
            case 'w' -> d.number(time.getDayOfWeek().getValue() % 7, 1, '0');
            case 'H' -> d.number(time.getHour(), 2, '0');
            case 'k' -> d.number(time.getHour(), 2, ' ');
            case 'I' -> d.number(hour12(), 2, '0');
            case 'l' -> d.number(hour12(), 2, ' ');
            case 'M' -> d.number(time.getMinute(), 2, '0');
            case 'S' -> d.number(time.getSecond(), 2, '0');
            case 'L' -> fraction(d, 3);
            case 'N' -> fraction(d, 9);
            case 'p' -> d.flag('#') ? half().toLowerCase(Locale.ROOT) : d.text(half());
            case 'P' -> d.text(half().toLowerCase(Locale.ROOT));
            case 's' -> d.number(time.toEpochSecond(), 1, '0');
            case 'z' -> d.text(offset(d.colons() > 0 ? ":" : "", d.colons() > 1));
            case 'Z' -> d.flag('#') ? zone().toLowerCase(Locale.ROOT) : d.text(zone());
            case 'G' -> d.number(time.get(IsoFields.WEEK_BASED_YEAR), 4, '0');
            case 'g' -> d.number(Math.floorMod(time.get(IsoFields.WEEK_BASED_YEAR), 100), 2, '0');
            case 'V' -> d.number(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2, '0');
            case 'U' -> d.number(week(time.getDayOfWeek().getValue() % 7), 2, '0');
            case 'W' -> d.number(week(time.getDayOfWeek().getValue() - 1), 2, '0');
            case 'F' -> d.text(time.getYear() + "-" + two(time.getMonthValue()) + "-" + two(time.getDayOfMonth()));
            case 'D', 'x' -> d.text(slashed());
            case 'T', 'X' -> d.text(clock());
            case 'R' -> d.text(two(time.getHour()) + ":" + two(time.getMinute()));
            case 'r' -> d.text(two(hour12()) + clock().substring(2) + " " + half());
            case 'c' -> d.text(date());
            case 'v' -> d.text(compact());
            case 'n' -> d.text("\n");
            case 't' -> d.text("\t");
            case '%' -> d.text("%");
            default -> format.substring(d.start(), d.end());
        };
    }

    private String zone() {
        return time.getOffset().getTotalSeconds() == 0 && fixed() ? "UTC" : ZONE.format(time);
    }

    private String compact() {
        return (time.getDayOfMonth() < 10 ? " " : "") + time.getDayOfMonth() + "-"
                + month(TextStyle.SHORT).toUpperCase(Locale.ROOT) + "-" + time.getYear();
    }

    private String month(TextStyle style) {
        return names.month(time.getMonth(), style);
    }

    private String weekday(TextStyle style) {
        return names.weekday(time.getDayOfWeek(), style);
    }

    private String date() {
        return weekday(TextStyle.SHORT) + " " + month(TextStyle.SHORT) + " " + (time.getDayOfMonth() < 10 ? " " : "")
                + time.getDayOfMonth() + " " + clock() + " " + time.getYear();
    }

    private String slashed() {
        return two(time.getMonthValue()) + "/" + two(time.getDayOfMonth()) + "/"
                + two(Math.floorMod(time.getYear(), 100));
    }

    private String clock() {
        return two(time.getHour()) + ":" + two(time.getMinute()) + ":" + two(time.getSecond());
    }

    private int hour12() {
        return time.get(ChronoField.CLOCK_HOUR_OF_AMPM);
    }

    private String half() {
        return time.getHour() < 12 ? "AM" : "PM";
    }

    /** The width of a fraction is how many of its digits are written. */
    private String fraction(Directive directive, int digits) {
        int wanted = directive.width() == 0 ? digits : directive.width();
        String nanos = String.valueOf(1_000_000_000L + time.getNano()).substring(1);
        return wanted <= 9 ? nanos.substring(0, wanted) : nanos + "0".repeat(wanted - 9);
    }

    private boolean fixed() {
        return time.getZone().normalized().equals(time.getOffset());
    }

    private String offset(String colon, boolean seconds) {
        int total = time.getOffset().getTotalSeconds();
        int positive = Math.abs(total);
        return (total < 0 ? "-" : "+")
                + two(positive / 3600)
                + colon
                + two(positive / 60 % 60)
                + (seconds ? colon + two(positive % 60) : "");
    }

    private int week(int daysSinceStart) {
        return (time.getDayOfYear() + 6 - daysSinceStart) / 7;
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
