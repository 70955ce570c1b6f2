package dev.svar.template;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.EnumMap;
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

    private final Map<TextStyle, List<String>> months = new EnumMap<>(TextStyle.class);
    private final Map<TextStyle, List<String>> weekdays = new EnumMap<>(TextStyle.class);

    private CalendarNames(Locale locale) {
        for (TextStyle style : TextStyle.values()) {
            months.put(style, names(Month.values(), month -> month.getDisplayName(style, locale)));
            weekdays.put(style, names(DayOfWeek.values(), day -> day.getDisplayName(style, locale)));
        }
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
        return months.get(style).get(month.ordinal());
    }

    String weekday(DayOfWeek day, TextStyle style) {
        return weekdays.get(style).get(day.ordinal());
    }
}
