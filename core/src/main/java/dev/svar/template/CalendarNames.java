package dev.svar.template;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The names of months and weekdays in a language. The JDK looks them up by a formatter made anew for each. */
final class CalendarNames {
    private static final int LANGUAGES = 256;
    private static final Map<Locale, CalendarNames> KNOWN = new ConcurrentHashMap<>();

    /** By the ordinal of the style, then of the month or the day. */
    private final List<List<String>> months;

    private final List<List<String>> weekdays;

    private CalendarNames(Locale locale) {
        months = styles(style -> names(Month.values(), month -> month.getDisplayName(style, locale)));
        weekdays = styles(style -> names(DayOfWeek.values(), day -> day.getDisplayName(style, locale)));
    }

    private static List<List<String>> styles(Function<TextStyle, List<String>> names) {
        return Stream.of(TextStyle.values()).map(names).toList();
    }

    private static <T> List<String> names(T[] all, Function<T, String> name) {
        return Stream.of(all).map(name).toList();
    }

    static CalendarNames in(Locale locale) {
        CalendarNames known = KNOWN.get(locale);
        if (known != null) {
            return known;
        }
        CalendarNames names = new CalendarNames(locale);
        if (KNOWN.size() < LANGUAGES) {
            KNOWN.put(locale, names);
        }
        return names;
    }

    String month(Month month, TextStyle style) {
        return months.get(style.ordinal()).get(month.ordinal());
    }

    String weekday(DayOfWeek day, TextStyle style) {
        return weekdays.get(style.ordinal()).get(day.ordinal());
    }
}
